import type { CellEvaluation } from '../results/types';
import { barMarks, shareMaxOf } from './bars';
import { binsOf, hasHumans, meanOf } from './cell/bins';
import { describeCell, whyNoDistance } from './cell/describe';
import type { Distance } from './cell/distance';
import { distanceOf, rulerEnd } from './cell/distance';
import { bakedCss, dark, light } from './draw/css';
import type { Mark } from './draw/marks';
import { boldText, circle, diamond, group, path, rect, text, toSvg } from './draw/marks';
import { stampMarks } from './draw/stamp';
import { fitText, wrapText } from './draw/text';
import { formatCount, formatNumber, formatP, formatW } from './numbers';
import { rulerMarks, sayRulerEnd } from './ruler';
import { dotPlotScene } from './sharesDotPlot';

const SIZE = 12;
const PLOT = { left: 36, right: 384, top: 28, base: 164, fontSize: SIZE };
const COLUMN = { left: 408, right: 584 };

/**
 * The chart of one cell for the editor's hover: 600 × 196 pixels, colours baked in, since no theme reaches an image
 * there. `alt` says every number that the image shows.
 */
export function hoverChart(
  cell: CellEvaluation,
  options: { readonly dark: boolean; readonly stamp: string | null; readonly stale: boolean },
): { readonly svg: string; readonly alt: string } {
  const alt = `${describeCell(cell, options.stamp)}${options.stale ? ' Out of date.' : ''}`;
  const distance = distanceOf(cell);
  const marks = [
    ...(cell.type === 'binary' ? shareMarks(cell) : distributionMarks(cell)),
    ...(distance ? distanceMarks(distance) : noDistanceMarks(cell)),
    ...rowMarks(rowsOf(cell, distance, options.stale)),
    ...stampMarks(options.stamp, { x: COLUMN.left, y: 177 }, 600 - COLUMN.left, 11),
  ];
  const css = bakedCss(options.dark ? dark : light, SIZE);
  return { svg: toSvg({ width: 600, height: 196, label: alt, marks }, css), alt };
}

function distributionMarks(cell: CellEvaluation): readonly Mark[] {
  const bins = binsOf(cell);
  const first = bins[0];
  const last = bins[bins.length - 1];
  const end = (bin: typeof first): string =>
    fitText(`${bin?.code ?? ''} ${bin?.label ?? ''}`.trim(), 165, SIZE);
  const labelled = first?.label != null && last?.label != null;
  return [
    rect('b-p', { x: 37, y: 5 }, 14, 10),
    text('', { x: 57, y: 14 }, 'predicted'),
    ...(hasHumans(cell)
      ? [rect('b-o', { x: 122, y: 5 }, 14, 10), text('', { x: 142, y: 14 }, 'observed, 95 %')]
      : []),
    text('t-m t-e', { x: PLOT.right, y: 14 }, 'share of answers'),
    ...barMarks(bins, { ...PLOT, shareMax: shareMaxOf([bins]) }),
    ...(labelled
      ? [
          text('t-m', { x: PLOT.left, y: 192 }, end(first)),
          text('t-m t-e', { x: PLOT.right, y: 192 }, end(last)),
        ]
      : []),
  ];
}

function shareMarks(cell: CellEvaluation): readonly Mark[] {
  const name = cell.labels[cell.labels.length - 1] ?? String(cell.levels[cell.levels.length - 1] ?? '');
  return [
    diamond('m-p', { x: 44, y: 10 }),
    text('', { x: 57, y: 14 }, 'predicted'),
    ...(hasHumans(cell)
      ? [circle('m-o', { x: 129, y: 10 }), text('', { x: 142, y: 14 }, 'observed, 95 %, band: floor q95')]
      : []),
    text('t-m', { x: 36, y: 56 }, fitText(`share answering ${name}`, 340, SIZE)),
    group({ x: 30, y: 66 }, dotPlotScene([cell], { width: 366, stamp: null, bare: true }).marks),
  ];
}

function distanceMarks(distance: Distance): readonly Mark[] {
  const end = rulerEnd([distance]);
  const ruler = distance.floor
    ? `(floor ${formatW(distance.floor.mean)}, q95 ${formatW(distance.floor.q95)})`
    : '';
  return [
    boldText({ x: COLUMN.left, y: 14 }, `${distance.name} ${formatW(distance.value)}`, ''),
    text('t-e', { x: COLUMN.right, y: 14 }, ruler),
    ...rulerMarks(distance, { left: COLUMN.left + 1, right: COLUMN.right, top: 26, end }),
    text('t-m', { x: COLUMN.left + 1, y: 54 }, '0'),
    text('t-m t-e', { x: COLUMN.right, y: 54 }, sayRulerEnd(end)),
    path('grid', 'M', COLUMN.left, 64, 'H', COLUMN.right),
  ];
}

function noDistanceMarks(cell: CellEvaluation): readonly Mark[] {
  return wrapText(whyNoDistance(cell), COLUMN.right - COLUMN.left, 3, SIZE).map((line, index) =>
    text('', { x: COLUMN.left, y: 14 + index * 17 }, line),
  );
}

type Row = readonly [name: string, value: string, kind: string];

function rowsOf(cell: CellEvaluation, distance: Distance | undefined, stale: boolean): readonly Row[] {
  const means =
    cell.type === 'binary' ? [undefined, undefined] : [meanOf(cell, 'predicted'), meanOf(cell, 'observed')];
  const [predicted, observed] = means;
  const n = hasHumans(cell) ? `, ${formatCount(cell.nObserved)} observed` : '';
  return [
    ...(distance?.floor ? [[`p of ${distance.name}`, formatP(distance.floor.p), ''] as const] : []),
    ...(predicted === undefined ? [] : [['mean, predicted', formatNumber(predicted), 't-p'] as const]),
    ...(observed === undefined ? [] : [['mean, observed', formatNumber(observed), ''] as const]),
    ['n', `${formatCount(cell.nPredicted)} predicted${n}`, ''],
    ...(distance ? [['convention', distance.convention, ''] as const] : []),
    ...(stale ? [['state', 'out of date', 't-b'] as const] : []),
  ];
}

function rowMarks(rows: readonly Row[]): readonly Mark[] {
  return rows.flatMap(([name, value, kind], index) => [
    text('t-m', { x: COLUMN.left, y: 80 + index * 17 }, name),
    text(`${kind} t-e`.trim(), { x: COLUMN.right, y: 80 + index * 17 }, value),
  ]);
}
