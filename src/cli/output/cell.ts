import { formatCount, formatDistance, formatNumber, formatShare, formatW, sayP } from '../../chart/numbers';
import { sayCorrect } from '../../chart/cell/describe';
import { binsOf, hasHumans, type Bin } from '../../chart/cell/bins';
import type { CellEvaluation } from '../../results/types';
import { columns, cut, padEnd } from './columns';
import type { Paint } from './paint';
import { cellName } from '../../chart/names';

const barWidth = 20;
const labelWidth = 24;
const mostBars = 12;

/** Which bar is which: real is solid, simulated is open. */
export function sharesLegend(cells: readonly CellEvaluation[], paint: Paint): string {
  const observed = cells.some(hasHumans) ? '   █ observed' : '';
  return `${paint('blue', '░ predicted')}${observed}`;
}

/** The largest share of these cells, for which a bar has its full length. */
export function largestShare(cells: readonly CellEvaluation[]): number {
  const bins = cells.flatMap((cell) => binsOf(cell, mostBars));
  return Math.max(0, ...bins.flatMap(({ predicted, observed }) => [predicted ?? 0, observed ?? 0]));
}

/** One cell: a row of bars for every level, then W with its ruler and what it is to be compared with. */
export function cellText(cell: CellEvaluation, top: number, paint: Paint): string {
  const bins = binsOf(cell, mostBars);
  const rows = bins.map((bin) => barRow(bin, top, hasHumans(cell), paint));
  return [
    `\n${cut(cellName(cell), 60)} ${paint('dim', `· ${sizes(cell)}`)}`,
    ...columns(rows, [2, 4]),
    ...rulerLines(cell).map((line) => `  ${line}`),
  ].join('\n');
}

function sizes(cell: CellEvaluation): string {
  const predicted = `${formatCount(cell.nPredicted)} predicted`;
  return hasHumans(cell) ? `${predicted}, ${formatCount(cell.nObserved)} observed` : predicted;
}

function barRow(
  { code, label, predicted, observed }: Bin,
  top: number,
  humans: boolean,
  paint: Paint,
): readonly string[] {
  const name = label === null ? code : `${code} ${label}`;
  const row = [
    `  ${padEnd(cut(name, labelWidth), 8)}`,
    paint('blue', bar('░', predicted ?? 0, top)),
    formatShare(predicted),
  ];
  return humans ? [...row, ` ${bar('█', observed ?? 0, top)}`, formatShare(observed)] : row;
}

/** A bar of at most `barWidth` places; the least share that is not nothing has one. */
function bar(character: string, share: number, top: number): string {
  const places = top > 0 ? Math.round((share / top) * barWidth) : 0;
  return padEnd(character.repeat(share > 0 ? Math.max(1, places) : 0), barWidth);
}

function rulerLines(cell: CellEvaluation): readonly string[] {
  const lines: string[] = [];
  if (cell.w1 !== null && cell.w1.stated !== null) {
    const { floor } = cell;
    lines.push(
      [
        formatDistance('W', cell.w1.stated, floor),
        ...(floor === null ? [] : [verdict(cell.w1.stated, floor)]),
      ]
        .concat(baselines(cell, 'w1'))
        .join(' · '),
    );
  } else if (cell.wInSd !== null) lines.push(`W ${formatNumber(cell.wInSd)} in SDs of the human answers`);
  else if (cell.tvd !== null) lines.push([`TVD ${formatW(cell.tvd)}`, ...baselines(cell, 'tvd')].join(' · '));
  const quality = [
    ...(cell.mass === null ? [] : [`mass on the options ${formatW(cell.mass)}`]),
    ...sayCorrect(cell),
    ...(cell.parseRate < 1 ? [`usable answers ${formatShare(cell.parseRate)}`] : []),
  ];
  return quality.length === 0 ? lines : [...lines, quality.join(' · ')];
}

function verdict(w: number, floor: NonNullable<CellEvaluation['floor']>): string {
  return w <= floor.q95 ? 'not distinguishable at this n' : sayP(floor.p);
}

function baselines(cell: CellEvaluation, measure: 'w1' | 'tvd'): readonly string[] {
  return Object.entries(cell.baselines)
    .filter(([, baseline]) => baseline[measure] !== null)
    .map(([name, baseline]) => `${name} ${formatW(baseline[measure])}`);
}
