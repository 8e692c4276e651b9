import type { CellEvaluation } from '../results/types';
import { hasHumans, hasPredictions, humansOnly } from './cell/bins';
import { describeCell, describeObserved, sayN } from './cell/describe';
import type { Distance } from './cell/distance';
import { beyondNoise, distanceOf, sayVerdict } from './cell/distance';
import type { Mark, Scene } from './draw/marks';
import { boldText, circle, diamond, group, path, rect, text, toSvg } from './draw/marks';
import type { LinearScale } from './draw/scale';
import { linear } from './draw/scale';
import { STAMP_HEIGHT, stampMarks } from './draw/stamp';
import { fitText } from './draw/text';
import { formatDistance, formatShare, formatW } from './numbers';
import { cellName } from './names';

export interface DotPlotStyle {
  readonly width: number;
  readonly stamp: string | null;
  /** Conditions whose wording changed since. */
  readonly stale?: readonly string[];
  /** Leave the words beside the rows out: they stand elsewhere. */
  readonly bare?: boolean;
  /** Say nothing about distances: there is nothing to be distant from. */
  readonly silent?: boolean;
}

/** Below this the words of a row stand above its marks. */
const WIDE = 600;
const NUMBERS = 204;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** Where a row's marks begin when its words stand above them. */
const WORDS = 32;

/** The code whose share is shown: the last option of a binary scale. */
export function shownLevel(cell: CellEvaluation): { readonly key: string; readonly name: string } {
  const index = cell.levels.length - 1;
  const key = String(cell.levels[index] ?? 1);
  return { key, name: cell.labels[index] ?? key };
}

/**
 * Binary outcomes: one share a condition. The grey band is the observed share ± the floor's q95; W is the distance
 * between the marks. The predicted diamond is filled beyond q95.
 */
export function dotPlotScene(cells: readonly CellEvaluation[], style: DotPlotStyle): Scene {
  const bare = style.bare === true;
  const wide = style.width >= WIDE && !bare;
  const row = wide ? 46 : bare ? 50 : 78;
  const top = 14 + (style.stamp === null ? 0 : STAMP_HEIGHT);
  const left = wide ? 168 : 6;
  const right = wide ? style.width - NUMBERS - 16 : style.width - 24;
  const bottom = top + cells.length * row;
  const above = wide || bare ? 0 : WORDS;
  const x = linear([0, 1], [left, right]);
  const axes = above > 0 ? cells.map((_, index) => top + index * row) : [top];
  const rows = cells.map((cell, index) => {
    const words = bare ? [] : wide ? wideWords(cell, style, right) : narrowWords(cell, style);
    return group({ x: 0, y: top + index * row }, [...words, ...rowMarks(cell, x, wide || bare ? 27 : 58)]);
  });
  return {
    width: style.width,
    height: bottom + 16,
    label: cells.map((cell) => describeCell(cell, style.stamp)).join(' '),
    marks: [
      ...stampMarks(style.stamp, { x: wide ? left : 0, y: 0 }, wide ? right - left : style.width),
      ...axes.flatMap((y, index) => axisMarks(x, y + above, axes[index + 1] ?? bottom)),
      ...tickMarks(x, bottom + 13),
      ...rows,
    ],
  };
}

/** `dotPlotScene` as SVG whose colours follow the page (see draw/css). */
export function sharesDotPlot(cells: readonly CellEvaluation[], style: DotPlotStyle): string {
  return toSvg(dotPlotScene(cells, style));
}

/** What people answered alone: no prediction, no distance. */
export function observedDotPlot(cells: readonly CellEvaluation[], width: number): string {
  const scene = dotPlotScene(cells.map(humansOnly), { width, stamp: null, silent: true });
  return toSvg({ ...scene, label: cells.map(describeObserved).join(' ') });
}

function axisMarks(x: LinearScale, top: number, bottom: number): readonly Mark[] {
  return TICKS.map((share) => path(share === 0 ? 'axis' : 'grid', 'M', x(share), top, 'V', bottom));
}

function tickMarks(x: LinearScale, y: number): readonly Mark[] {
  return TICKS.map((share) =>
    text('t-m t-c', { x: x(share), y }, `${share * 100}${share === 1 ? ' %' : ''}`),
  );
}

function rowMarks(cell: CellEvaluation, x: LinearScale, y: number): readonly Mark[] {
  const { key } = shownLevel(cell);
  const predicted = hasPredictions(cell) ? (cell.predicted[key] ?? 0) : undefined;
  const observed = hasHumans(cell) ? (cell.observed[key] ?? 0) : undefined;
  const distance = distanceOf(cell);
  const filled = distance !== undefined && beyondNoise(distance);
  const side = (observed ?? 0) < (predicted ?? 0) && observed !== undefined ? 1 : -1;
  const label = (share: number, towards: number, lift: number, kind: string): Mark => {
    const at = Math.min(Math.max(x(share) + towards * 20, x(0) + 18), x(1) - 14);
    return text(kind, { x: at, y: y - lift }, formatShare(share));
  };
  return [
    ...(observed === undefined ? [] : observedMarks(cell, key, observed, predicted, x, y)),
    ...(predicted === undefined
      ? []
      : [
          diamond(filled ? 'm-pf' : 'm-p', { x: x(predicted), y }, 5.5),
          label(predicted, side, 9, 't-p t-c'),
        ]),
    ...(observed === undefined ? [] : [label(observed, -side, 14, 't-c')]),
  ];
}

function observedMarks(
  cell: CellEvaluation,
  key: string,
  observed: number,
  predicted: number | undefined,
  x: LinearScale,
  y: number,
): readonly Mark[] {
  const q95 = distanceOf(cell)?.floor?.q95;
  const from = q95 === undefined ? 0 : x(Math.max(0, observed - q95));
  const to = q95 === undefined ? 0 : x(Math.min(1, observed + q95));
  const interval = cell.observedIntervals[key];
  const [low, high] = interval ? [x(interval[0]), x(interval[1])] : [0, 0];
  return [
    ...(q95 === undefined ? [] : [rect('floor', { x: from, y: y - 11 }, to - from, 22)]),
    ...(predicted === undefined ? [] : [path('gap', 'M', x(observed), y, 'H', x(predicted))]),
    ...(interval ? [path('ci', 'M', low, y, 'H', high, 'M', low, y - 3, 'v6', 'M', high, y - 3, 'v6')] : []),
    circle('m-o', { x: x(observed), y }),
  ];
}

function wideWords(cell: CellEvaluation, style: DotPlotStyle, right: number): readonly Mark[] {
  const at = right + 16;
  return [
    text('', { x: 0, y: 24 }, fitText(cellName(cell), 156)),
    text('t-m', { x: 0, y: 38 }, fitText(sayN(cell), 160)),
    ...(style.silent === true
      ? []
      : [numberMark(cell, { x: at, y: 24 }), text('t-m', { x: at, y: 38 }, verdict(cell, style))]),
  ];
}

function narrowWords(cell: CellEvaluation, style: DotPlotStyle): readonly Mark[] {
  const measured = distanceOf(cell) === undefined ? sayN(cell) : `${verdict(cell, style)} · ${sayN(cell)}`;
  return [
    text('', { x: 0, y: 12 }, fitText(cellName(cell), style.width - NUMBERS - 8)),
    text('t-m', { x: 0, y: 26 }, fitText(measured, style.width)),
    ...(style.silent === true ? [] : [numberMark(cell, { x: style.width - NUMBERS, y: 12 })]),
  ];
}

function numberMark(cell: CellEvaluation, at: { readonly x: number; readonly y: number }): Mark {
  const distance = distanceOf(cell);
  if (distance === undefined) return text('t-m', at, hasHumans(cell) ? 'no W' : 'no human answers');
  return boldText(at, `${distance.name} ${formatW(distance.value)}`, afterName(distance));
}

function afterName(distance: Distance): string {
  const whole = formatDistance(distance.name, distance.value, distance.floor);
  return whole.slice(distance.name.length + 1 + formatW(distance.value).length);
}

function verdict(cell: CellEvaluation, style: DotPlotStyle): string {
  const distance = distanceOf(cell);
  const words = distance ? [sayVerdict(distance)] : hasHumans(cell) ? [] : ['no W'];
  return [...words, ...(style.stale?.includes(cell.condition) ? ['out of date'] : [])].join(' · ');
}
