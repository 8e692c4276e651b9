import type { Mark, Scene } from './draw/marks';
import { circle, group, path, text, toSvg } from './draw/marks';
import type { LinearScale } from './draw/scale';
import { linear, niceStep, ticks } from './draw/scale';
import { STAMP_HEIGHT, stampMarks } from './draw/stamp';
import { fitText } from './draw/text';
import { formatCode } from './numbers';

/** One thing that was at `a` in one run and is at `b` in the other; all on one axis. */
export interface Movement {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly observed: number | undefined;
  readonly interval: readonly [number, number] | undefined;
  /** Beyond chance: drawn heavier and said in bold. */
  readonly moved: boolean;
  /** The numbers at the right, one a column. */
  readonly numbers: readonly string[];
}

export interface MovementStyle {
  readonly width: number;
  readonly stamp: string | null;
  /** Headings and widths of the numbers at the right. */
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly axis: { readonly title: string; readonly unit: string; readonly zero: boolean };
}

const NAMES = 150;
const ROW = 30;
const NARROW_ROW = 62;
const TICKS = 6;

/** From A (open) to B (filled) with an arrow, the observed value as a tick below; a dotted line parts what moved. */
export function movementScene(movements: readonly Movement[], style: MovementStyle): Scene {
  const numbers = style.columns.reduce((sum, column) => sum + column.width, 0);
  const wide = style.width >= NAMES + numbers + 180;
  const top = 20 + (style.stamp === null ? 0 : STAMP_HEIGHT);
  const row = wide ? ROW : NARROW_ROW;
  const bottom = top + row * movements.length;
  const [left, right] = wide ? [NAMES + 16, style.width - numbers - 16] : [14, style.width - 26];
  const [low, high] = domainOf(movements, style.axis.zero);
  const x = linear([low, high], [left, right]);
  const rows = movements.map((movement, index) =>
    group({ x: 0, y: top + index * row }, [
      ...(wide ? wideWords(movement, style) : narrowWords(movement, style)),
      ...arrowMarks(movement, x, wide ? 12 : 40),
    ]),
  );
  const heads = wide ? headMarks(style, top - 8) : [];
  return {
    width: style.width,
    height: bottom + 32,
    label: describe(movements, style),
    marks: [
      ...stampMarks(style.stamp, { x: 0, y: 0 }, style.width),
      ...axisMarks(x, style, top, bottom),
      ...heads,
      ...rows,
    ],
  };
}

/** `movementScene` as SVG whose colours follow the page (see draw/css). */
export function movementChart(movements: readonly Movement[], style: MovementStyle): string {
  return toSvg(movementScene(movements, style));
}

function domainOf(movements: readonly Movement[], zero: boolean): readonly [number, number] {
  const values = movements.flatMap((movement) => [
    movement.a,
    movement.b,
    ...(movement.observed === undefined ? [] : [movement.observed]),
    ...(movement.interval ?? []),
    ...(zero ? [0] : []),
  ]);
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = niceStep(high - low, TICKS);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

function axisMarks(x: LinearScale, style: MovementStyle, top: number, bottom: number): readonly Mark[] {
  const lines = ticks(x.from, x.to, TICKS);
  return [
    ...lines.flatMap((value, index) => [
      path(value === 0 && style.axis.zero ? 'zero' : 'grid', 'M', x(value), top, 'V', bottom),
      text(
        't-m t-c',
        { x: x(value), y: bottom + 13 },
        `${formatCode(value)}${index === lines.length - 1 ? style.axis.unit : ''}`,
      ),
    ]),
    text('t-m t-c', { x: (x(x.from) + x(x.to)) / 2, y: bottom + 28 }, style.axis.title),
  ];
}

function arrowMarks(movement: Movement, x: LinearScale, y: number): readonly Mark[] {
  const [from, to] = [x(movement.a), x(movement.b)];
  const way = Math.sign(to - from);
  const long = Math.abs(to - from) > 14;
  const below = y + 11;
  return [
    ...(movement.interval
      ? [path('obs', 'M', x(movement.interval[0]), below, 'H', x(movement.interval[1]))]
      : []),
    ...(movement.observed === undefined ? [] : [path('tick', 'M', x(movement.observed), below - 4, 'v8')]),
    ...(Math.abs(to - from) > 8
      ? [path(movement.moved ? 'move' : 'gap', 'M', from + way * 4.5, y, 'H', to - way * 4.5)]
      : []),
    ...(long ? [path('tip', 'M', to - way * 4, y, 'l', -7 * way, -4, 'v8z')] : []),
    circle('m-p', { x: from, y }),
    circle('m-pf', { x: to, y }),
  ];
}

function columnEnds(style: MovementStyle): readonly number[] {
  const total = style.columns.reduce((sum, column) => sum + column.width, 0);
  let end = style.width - total;
  return style.columns.map((column) => (end += column.width));
}

function headMarks(style: MovementStyle, y: number): readonly Mark[] {
  return columnEnds(style).map((end, index) =>
    text('t-b t-e', { x: end, y }, style.columns[index]?.name ?? ''),
  );
}

function wideWords(movement: Movement, style: MovementStyle): readonly Mark[] {
  const bold = movement.moved ? 't-b ' : '';
  return [
    text(bold.trim(), { x: 0, y: 18 }, fitText(movement.name, NAMES)),
    ...columnEnds(style).map((end, index) =>
      text(`${bold}t-e`, { x: end, y: 18 }, movement.numbers[index] ?? ''),
    ),
  ];
}

function narrowWords(movement: Movement, style: MovementStyle): readonly Mark[] {
  const said = style.columns.map((column, index) => sayColumn(column.name, movement.numbers[index] ?? ''));
  return [
    text(movement.moved ? 't-b' : '', { x: 0, y: 12 }, fitText(movement.name, style.width)),
    text('', { x: 0, y: 26 }, fitText(said.join(' · '), style.width)),
  ];
}

function sayColumn(name: string, value: string): string {
  return name === '' ? value : `${name} ${value}`;
}

function describe(movements: readonly Movement[], style: MovementStyle): string {
  const rows = movements.map((movement) => {
    const said = style.columns.map((column, index) => sayColumn(column.name, movement.numbers[index] ?? ''));
    const observed =
      movement.observed === undefined ? '' : `, observed ${formatCode(round(movement.observed))}`;
    const unit = style.axis.unit;
    return `${movement.name}: A ${formatCode(round(movement.a))}${unit}, B ${formatCode(round(movement.b))}${unit}${observed}${observed === '' ? '' : unit}, ${said.join(', ')}.`;
  });
  return [...(style.stamp === null ? [] : [`${style.stamp}.`]), ...rows].join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
