import type { Bin } from './cell/bins';
import type { Mark } from './draw/marks';
import { path, rect, text } from './draw/marks';
import type { LinearScale } from './draw/scale';
import { linear, shareTicks } from './draw/scale';
import { textWidth } from './draw/text';

/** Where the bars stand: pixels; `base` is the zero line; the axis of shares ends at `shareMax` at `top`. */
export interface BarFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
  readonly shareMax: number;
  readonly fontSize?: number;
}

/** The largest share, or end of an interval, that bars of these cells reach; at least 5 %. */
export function shareMaxOf(cells: readonly (readonly Bin[])[]): number {
  return Math.max(
    0.05,
    ...cells.flat().flatMap((bin) => [bin.predicted ?? 0, bin.observed ?? 0, bin.interval?.[1] ?? 0]),
  );
}

/**
 * Bars a level: predicted outlined and left, observed solid and right with its 95 % interval; a single bar where only
 * one of them is known (or asked for).
 */
export function barMarks(
  bins: readonly Bin[],
  frame: BarFrame,
  show: 'both' | 'observed' = 'both',
): readonly Mark[] {
  const y = linear([0, frame.shareMax], [frame.base, frame.top]);
  const band = (frame.right - frame.left) / Math.max(1, bins.length);
  const bars = bins.flatMap((bin, index) => pairMarks(bin, frame.left + index * band, band, y, show));
  return [...gridMarks(frame, y), ...bars, ...codeMarks(bins, frame, band)];
}

function gridMarks(frame: BarFrame, y: LinearScale): readonly Mark[] {
  const lift = (frame.fontSize ?? 11) * 0.32;
  const lines = shareTicks(frame.shareMax);
  return lines.flatMap((share, index) => [
    path(share === 0 ? 'axis' : 'grid', 'M', frame.left, y(share), 'H', frame.right),
    text(
      't-m t-e',
      { x: frame.left - 4, y: y(share) + lift },
      `${Math.round(share * 100)}${index === lines.length - 1 ? ' %' : ''}`,
    ),
  ]);
}

function pairMarks(
  bin: Bin,
  left: number,
  band: number,
  y: LinearScale,
  show: 'both' | 'observed',
): readonly Mark[] {
  if (show === 'observed' || bin.predicted === undefined)
    return observedMarks(bin, ...centred(left, band), y);
  if (bin.observed === undefined) return predictedMarks(bin, ...centred(left, band), y);
  const width = Math.min(0.4 * band, 30);
  const gap = Math.min(0.06 * band, 2);
  const start = left + band / 2 - width - gap / 2;
  return [
    // The outline lies half outside the bar, so the bar is drawn that much narrower.
    ...predictedMarks(bin, start + 0.6, width - 1.2, y),
    ...observedMarks(bin, start + width + gap, width, y),
  ];
}

function centred(left: number, band: number): readonly [number, number] {
  const width = Math.min(0.57 * band, 40);
  return [left + (band - width) / 2, width];
}

function predictedMarks(bin: Bin, x: number, width: number, y: LinearScale): readonly Mark[] {
  const share = bin.predicted ?? 0;
  return [rect('b-p', { x, y: y(share) }, width, y(0) - y(share))];
}

function observedMarks(bin: Bin, x: number, width: number, y: LinearScale): readonly Mark[] {
  const share = bin.observed ?? 0;
  const bar = rect('b-o', { x, y: y(share) }, width, y(0) - y(share));
  if (bin.interval === undefined) return [bar];
  const [low, high] = [y(bin.interval[0]), y(bin.interval[1])];
  const middle = x + width / 2;
  const cap = Math.min(2.5, width / 3);
  return [
    bar,
    // On a narrow bar the halo would hide the bar itself.
    ...(width < 7 ? [] : [path('halo', 'M', middle, high, 'V', low)]),
    path('ci', 'M', middle, high, 'V', low, ...capAt(middle, cap, high), ...capAt(middle, cap, low)),
  ];
}

function capAt(middle: number, cap: number, y: number): readonly (string | number)[] {
  return ['M', middle - cap, y, 'h', 2 * cap];
}

/** The codes below; where they would touch, only every second, third … */
function codeMarks(bins: readonly Bin[], frame: BarFrame, band: number): readonly Mark[] {
  const size = frame.fontSize ?? 11;
  const widest = Math.max(0, ...bins.map((bin) => textWidth(bin.code, size)));
  const every = Math.max(1, Math.ceil((widest + 3) / band));
  return bins.flatMap((bin, index) =>
    index % every === 0
      ? [text('t-c', { x: frame.left + (index + 0.5) * band, y: frame.base + size + 2 }, bin.code)]
      : [],
  );
}
