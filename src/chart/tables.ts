import type { Gate } from '../results/gates';
import type {
  CellEvaluation,
  EffectEstimate,
  EffectEvaluation,
  ExpectationResult,
  ScoreEvaluation,
} from '../results/types';
import { binsOf, deviationOf, hasHumans, hasPredictions, meanOf } from './cell/bins';
import { distanceOf } from './cell/distance';
import { formatCount, formatNumber, formatP, formatSigned, formatW } from './numbers';
import { cellName, effectName } from './names';

/** A table of plain values: numbers as they are, unknown ones null. */
export interface DataTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface Column {
  readonly name: string;
  /** How its numbers are shown; a column without it holds text. */
  readonly format?: (value: number | null) => string;
}

const percent = (share: number | null): string => formatNumber(share === null ? null : share * 100, 1);

/**
 * Predicted and observed shares of cells that have one scale, two rows a cell: per cent a level (or range of levels),
 * mean, SD and n.
 */
export function sharesTable(cells: readonly CellEvaluation[]): DataTable {
  const codes = [...new Set(cells.flatMap((cell) => binsOf(cell).map((bin) => bin.code)))];
  const row = (cell: CellEvaluation, of: 'predicted' | 'observed'): readonly (string | number | null)[] => {
    const shares = new Map(binsOf(cell).map((bin) => [bin.code, bin[of]]));
    return [
      cellName(cell),
      of,
      ...codes.map((code) => shares.get(code) ?? null),
      meanOf(cell, of) ?? null,
      deviationOf(cell, of) ?? null,
      of === 'predicted' ? cell.nPredicted : cell.nObserved,
    ];
  };
  return {
    columns: [
      { name: 'Condition' },
      { name: 'Answers' },
      ...codes.map((name) => ({ name, format: percent })),
      { name: 'mean', format: formatNumber },
      { name: 'SD', format: formatNumber },
      { name: 'n', format: formatCount },
    ],
    rows: cells.flatMap((cell) => [
      ...(hasPredictions(cell) ? [row(cell, 'predicted')] : []),
      ...(hasHumans(cell) ? [row(cell, 'observed')] : []),
    ]),
  };
}

/** Every level of every cell as its own row, with the cell's distance: what a copy of the numbers holds. */
export function levelsTable(cells: readonly CellEvaluation[]): DataTable {
  const numbers = ['code', 'predicted', 'observed', 'low95', 'high95', 'n_predicted', 'n_observed'];
  const items = cells.some(({ item }) => item !== null);
  const measures = ['distance', 'floor_mean', 'floor_q95', 'p'];
  const number = (name: string): Column => ({ name, format: String });
  return {
    columns: [
      ...['outcome', 'condition', ...(items ? ['item'] : []), 'label'].map((name) => ({ name })),
      ...numbers.map(number),
      { name: 'measure' },
      ...measures.map(number),
    ],
    rows: cells.flatMap((cell) => {
      const distance = distanceOf(cell);
      const measured = [distance?.value, distance?.floor?.mean, distance?.floor?.q95, distance?.floor?.p];
      return cell.levels.map((level, index) => {
        const key = String(level);
        const interval = cell.observedIntervals[key];
        return [
          cell.outcome,
          cell.condition,
          ...(items ? [cell.item ?? ''] : []),
          cell.labels[index] ?? '',
          level,
          hasPredictions(cell) ? (cell.predicted[key] ?? 0) : null,
          hasHumans(cell) ? (cell.observed[key] ?? 0) : null,
          interval?.[0] ?? null,
          interval?.[1] ?? null,
          cell.nPredicted,
          cell.nObserved,
          distance === undefined ? '' : `${distance.name}, ${distance.convention}`,
          ...measured.map((value) => value ?? null),
        ];
      });
    }),
  };
}

/** Every estimate of every effect as its own row, in answer levels and in points of the stated scale. */
export function effectsTable(effects: readonly EffectEvaluation[]): DataTable {
  const raw = (value: number | null): string => formatSigned(value, 2);
  const points = (value: number | null): string => formatSigned(value, 1);
  const row = (
    effect: EffectEvaluation,
    source: string,
    estimate: EffectEstimate | null,
  ): readonly (readonly (string | number | null)[])[] =>
    estimate === null
      ? []
      : [
          [
            effect.outcome,
            effectName(effect),
            source,
            estimate.estimate,
            estimate.ci?.[0] ?? null,
            estimate.ci?.[1] ?? null,
            estimate.points,
            estimate.pointsCi?.[0] ?? null,
            estimate.pointsCi?.[1] ?? null,
          ],
        ];
  return {
    columns: [
      { name: 'Outcome' },
      { name: 'Effect' },
      { name: 'Source' },
      ...['levels', 'low 95 %', 'high 95 %'].map((name) => ({ name, format: raw })),
      ...['points', 'low 95 %', 'high 95 %'].map((name) => ({ name, format: points })),
    ],
    rows: effects.flatMap((effect) => [
      ...row(effect, 'observed', effect.observed),
      ...row(effect, 'predicted', effect.predicted),
      ...row(effect, 'published', effect.published),
    ]),
  };
}

/**
 * How good the answers of each cell are, beside their distance: one row a cell. Where options were shown in several orders,
 * or the instruction in several frames, the distance between the answers of these, what chance gives, and its p.
 */
export function qualityTable(cells: readonly CellEvaluation[]): DataTable {
  const unit = (name: string): Column => ({ name, format: formatW });
  const varied = (['order', 'frame'] as const).filter((of) =>
    cells.some(({ sensitivity }) => sensitivity !== null && sensitivity[of] !== null),
  );
  return {
    columns: [
      { name: 'Outcome' },
      { name: 'Condition' },
      { name: 'parsed %', format: percent },
      unit('mass on options'),
      { name: 'SD ratio', format: formatNumber },
      { name: 'entropy ratio', format: formatNumber },
      { name: 'mean, pred. − obs.', format: (value) => formatSigned(value, 2) },
      unit('TVD'),
      unit('JS, bits'),
      unit('KS'),
      { name: 'p of W', format: formatP },
      { name: 'n effective', format: formatCount },
      ...varied.flatMap((of): readonly Column[] => [
        unit(`between ${of}s`),
        unit(`${of}s by chance`),
        { name: `p of ${of}s`, format: formatP },
      ]),
    ],
    rows: cells.map((cell) => [
      cell.outcome,
      cellName(cell),
      cell.parseRate,
      cell.mass,
      cell.sdRatio,
      cell.entropyRatio,
      cell.meanDifference,
      cell.tvd,
      cell.js,
      cell.ks,
      cell.floor?.p ?? null,
      hasHumans(cell) ? cell.nEffective : null,
      ...varied.flatMap((of) => {
        const { w = null, chance = null, p = null } = cell.sensitivity?.[of] ?? {};
        return [w, chance, p];
      }),
    ]),
  };
}

/** The composites of a study: one row a cell. */
export function scoresTable(scores: readonly ScoreEvaluation[]): DataTable {
  return {
    columns: [
      { name: 'Score' },
      { name: 'Condition' },
      { name: 'mean, predicted', format: formatNumber },
      { name: 'mean, observed', format: formatNumber },
      { name: 'W, stated', format: formatW },
      { name: 'floor', format: formatW },
      { name: 'p of W', format: formatP },
      { name: 'n predicted', format: formatCount },
      { name: 'n observed', format: formatCount },
    ],
    rows: scores.flatMap(({ id, cells }) =>
      cells.map((cell) => [
        id,
        cellName(cell),
        meanOf(cell, 'predicted') ?? null,
        meanOf(cell, 'observed') ?? null,
        cell.w1?.stated ?? null,
        cell.floor?.mean ?? null,
        cell.floor?.p ?? null,
        cell.nPredicted,
        cell.nObserved,
      ]),
    ),
  };
}

/** What the study expects of a run, and whether it holds. */
export function expectationsTable(expectations: readonly ExpectationResult[]): DataTable {
  const value = (number: number | null): string => formatNumber(number, 3);
  return {
    columns: [{ name: 'Expectation' }, { name: 'value', format: value }, { name: 'holds' }],
    rows: expectations.map((each) => [each.what, each.value, each.pass ? 'yes' : 'no']),
  };
}

/** The trust gates; one that was not assessed is not passed. */
export function gatesTable(gates: readonly Gate[]): DataTable {
  const value = (number: number | null): string => formatNumber(number, 3);
  const words = { pass: 'passed', fail: 'failed', 'not-assessed': 'not assessed' } as const;
  return {
    columns: [
      { name: 'Gate' },
      { name: 'status' },
      { name: 'value', format: value },
      { name: 'limit', format: value },
      { name: 'why' },
    ],
    rows: gates.map(({ gate, status, value: found, limit, reason }) => [
      gate,
      words[status],
      found,
      limit,
      reason ?? '',
    ]),
  };
}

/** A value as it is shown in its column; an unknown number is `–`. */
export function sayValue(column: Column, value: string | number | null): string {
  if (typeof value === 'string') return value;
  return column.format ? column.format(value) : '–';
}

/**
 * The table as CSV (RFC 4180) with full precision. Text that a spreadsheet would run as a formula gets an apostrophe.
 */
export function toCsv(table: DataTable): string {
  const lines = [table.columns.map((column) => column.name), ...table.rows];
  return lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
