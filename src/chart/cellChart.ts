import type { CellEvaluation } from '../results/types';
import { barMarks, shareMaxOf } from './bars';
import { binsOf } from './cell/bins';
import { describeCell, describeObserved } from './cell/describe';
import { distanceOf, rulerEnd } from './cell/distance';
import type { Scene } from './draw/marks';
import { text, toSvg } from './draw/marks';
import { STAMP_HEIGHT, stampMarks } from './draw/stamp';
import { rulerEnds, rulerMarks } from './ruler';

/** What the panels of one figure share, so that they can be compared by eye. */
export interface ChartStyle {
  readonly width: number;
  /** Height of the bars in pixels, 98 unless told. */
  readonly plotHeight?: number;
  /** End of the axis of shares, 0 … 1; see `sharedAxes`. */
  readonly shareMax: number;
  /** End of the ruler's axis. */
  readonly rulerEnd: number;
  /** Stands inside the chart; null for none. */
  readonly stamp: string | null;
}

/** The axes that hold every one of these cells. */
export function sharedAxes(cells: readonly CellEvaluation[]): Pick<ChartStyle, 'shareMax' | 'rulerEnd'> {
  return {
    shareMax: shareMaxOf(cells.map((cell) => binsOf(cell))),
    rulerEnd: rulerEnd(cells.map(distanceOf)),
  };
}

const LEFT = 28;

/** Predicted and observed shares of one cell, with the ruler of its distance below. */
export function cellScene(cell: CellEvaluation, style: ChartStyle): Scene {
  const top = 8 + (style.stamp === null ? 0 : STAMP_HEIGHT);
  const base = top + (style.plotHeight ?? 98);
  const frame = { left: LEFT, right: style.width, top, base, shareMax: style.shareMax };
  const distance = distanceOf(cell);
  const place = { left: LEFT, right: style.width - 8, top: base + 17, end: style.rulerEnd };
  return {
    width: style.width,
    height: base + (distance ? 41 : 17),
    label: describeCell(cell, style.stamp),
    marks: [
      ...stampMarks(style.stamp, { x: 0, y: 0 }, style.width),
      ...barMarks(binsOf(cell), frame),
      ...(distance
        ? [
            text('t-m t-e', { x: LEFT - 4, y: place.top + 12 }, distance.name),
            ...rulerMarks(distance, place),
            ...rulerEnds(place),
          ]
        : []),
    ],
  };
}

/** `cellScene` as SVG whose colours follow the page (see draw/css). */
export function cellChart(cell: CellEvaluation, style: ChartStyle): string {
  return toSvg(cellScene(cell, style));
}

/** Human answers alone, with their 95 % intervals. */
export function observedScene(cell: CellEvaluation, style: Omit<ChartStyle, 'rulerEnd' | 'stamp'>): Scene {
  const base = 8 + (style.plotHeight ?? 98);
  return {
    width: style.width,
    height: base + 17,
    label: describeObserved(cell),
    marks: barMarks(
      binsOf(cell),
      { left: LEFT, right: style.width, top: 8, base, shareMax: style.shareMax },
      'observed',
    ),
  };
}
