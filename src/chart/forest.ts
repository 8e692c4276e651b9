import type { EffectEstimate, EffectEvaluation } from '../results/types';
import type { Mark, Scene } from './draw/marks';
import { boldText, circle, diamond, group, path, text, toSvg, triangle } from './draw/marks';
import type { LinearScale } from './draw/scale';
import { linear, niceDomain, ticks } from './draw/scale';
import { STAMP_HEIGHT, stampMarks } from './draw/stamp';
import { fitText, wrapText } from './draw/text';
import { formatCode, formatInterval, formatSigned } from './numbers';

/** Points of the stated scale, or answer levels. */
export type EffectUnit = 'points' | 'raw';
export type EffectSource = 'published' | 'observed' | 'predicted';

export interface ForestStyle {
  readonly width: number;
  readonly unit: EffectUnit;
  readonly stamp: string | null;
  /** What stands at the left of an effect. */
  readonly nameOf: (effect: EffectEvaluation) => string;
  /** What is drawn; everything unless told. */
  readonly show?: readonly EffectSource[];
}

/** An estimate with its interval in the unit of a plot. */
export interface InUnit {
  readonly estimate: number;
  readonly ci: readonly [number, number] | null;
}

const ALL: readonly EffectSource[] = ['published', 'observed', 'predicted'];
/** Below this the words of a row stand above its marks. */
const WIDE = 560;
const NUMBERS = 206;
const NAMES = 178;
const LANE = 14;

/** The estimate in a unit; undefined where there is none in it. */
function inUnit(estimate: EffectEstimate | null, unit: EffectUnit): InUnit | undefined {
  if (estimate === null) return undefined;
  if (unit === 'raw') return { estimate: estimate.estimate, ci: estimate.ci };
  return estimate.points === null ? undefined : { estimate: estimate.points, ci: estimate.pointsCi };
}

/** Points where every effect has them, else answer levels. */
export function commonUnit(effects: readonly EffectEvaluation[]): EffectUnit {
  const estimates = effects.flatMap((effect) => ALL.map((source) => effect[source]));
  return estimates.every((estimate) => estimate?.points !== null) ? 'points' : 'raw';
}

/** One decimal in points, two in answer levels, with the interval where there is one. */
export function sayEffect(value: InUnit | undefined, unit: EffectUnit): string {
  if (value === undefined) return formatSigned(null);
  const decimals = unit === 'points' ? 1 : 2;
  const interval = value.ci === null ? '' : ` ${formatInterval(value.ci, decimals)}`;
  return `${formatSigned(value.estimate, decimals)}${interval}`;
}

/**
 * Effects on one axis with its zero line: the observed one a circle with its 95 % interval, the published one an open
 * triangle, the predicted one an open diamond without an interval where none is calibrated.
 */
export function forestScene(effects: readonly EffectEvaluation[], style: ForestStyle): Scene {
  const lanes = ALL.filter(
    (source) => shown(style, source) && effects.some((effect) => effect[source] !== null),
  );
  const wide = style.width >= WIDE;
  const words = wide ? 6 : 16 + 14 * lanes.length;
  const row = Math.max(wide ? 40 : 0, words + LANE * lanes.length + (wide ? 6 : 14));
  const top = 8 + (style.stamp === null ? 0 : STAMP_HEIGHT);
  const bottom = top + row * effects.length;
  const [left, right] = wide ? [NAMES + 16, style.width - NUMBERS - 20] : [14, style.width - 20];
  const count = Math.max(2, Math.min(6, Math.floor((right - left) / 48)));
  const domain = niceDomain(
    effects.flatMap((effect) => extentOf(effect, style)),
    count,
  );
  const x = linear(domain, [left, right]);
  const rows = effects.map((effect, index) => {
    const said = wide ? wideWords(effect, style, row, lanes) : narrowWords(effect, style, lanes);
    const first = wide ? (row - LANE * (lanes.length - 1)) / 2 : words + 6;
    const marks = lanes.flatMap((source, lane) => laneMarks(effect, source, style, x, first + lane * LANE));
    return group({ x: 0, y: top + index * row }, [...said, ...marks]);
  });
  return {
    width: style.width,
    height: bottom + 34,
    label: describe(effects, style, lanes),
    marks: [
      ...stampMarks(style.stamp, { x: 0, y: 0 }, style.width),
      ...axisMarks(x, count, top, bottom, style.unit),
      ...rows,
    ],
  };
}

/** `forestScene` as SVG whose colours follow the page (see draw/css). */
export function forestPlot(effects: readonly EffectEvaluation[], style: ForestStyle): string {
  return toSvg(forestScene(effects, style));
}

function shown(style: ForestStyle, source: EffectSource): boolean {
  return (style.show ?? ALL).includes(source);
}

function extentOf(effect: EffectEvaluation, style: ForestStyle): readonly number[] {
  return ALL.filter((source) => shown(style, source)).flatMap((source) => {
    const value = inUnit(effect[source], style.unit);
    return value === undefined ? [] : [value.estimate, ...(value.ci ?? [])];
  });
}

function axisMarks(
  x: LinearScale,
  count: number,
  top: number,
  bottom: number,
  unit: EffectUnit,
): readonly Mark[] {
  const title =
    unit === 'points' ? 'treatment − control, points of the scale' : 'treatment − control, answer levels';
  return [
    ...ticks(x.from, x.to, count).flatMap((value) => [
      path(value === 0 ? 'zero' : 'grid', 'M', x(value), top, 'V', bottom),
      text('t-m t-c', { x: x(value), y: bottom + 14 }, formatCode(value)),
    ]),
    text('t-m t-c', { x: (x(x.from) + x(x.to)) / 2, y: bottom + 29 }, title),
  ];
}

function laneMarks(
  effect: EffectEvaluation,
  source: EffectSource,
  style: ForestStyle,
  x: LinearScale,
  y: number,
): readonly Mark[] {
  const value = inUnit(effect[source], style.unit);
  if (value === undefined) return [];
  const kind = { observed: 'ci', predicted: 'cip', published: 'cipub' }[source];
  const at = { x: x(value.estimate), y };
  const mark = {
    observed: circle('m-o', at),
    predicted: diamond('m-p', at),
    published: triangle('m-pub', at),
  };
  return [
    ...(value.ci === null ? [] : [path(kind, 'M', x(value.ci[0]), y, 'H', x(value.ci[1]))]),
    mark[source],
  ];
}

function wideWords(
  effect: EffectEvaluation,
  style: ForestStyle,
  row: number,
  lanes: readonly EffectSource[],
): readonly Mark[] {
  const lines = wrapText(style.nameOf(effect), NAMES, 2);
  const left = style.width - NUMBERS;
  const first = row / 2 + 4 - (LANE * (lanes.length - 1)) / 2;
  return [
    ...lines.map((line, index) =>
      text('', { x: 0, y: row / 2 + 4 - 6.5 * (lines.length - 1) + 13 * index }, line),
    ),
    ...lanes.map((source, lane) => number(effect, source, style, { x: left, y: first + lane * LANE })),
  ];
}

function narrowWords(
  effect: EffectEvaluation,
  style: ForestStyle,
  lanes: readonly EffectSource[],
): readonly Mark[] {
  return [
    text('t-b', { x: 0, y: 12 }, fitText(style.nameOf(effect), style.width)),
    ...lanes.map((source, lane) => number(effect, source, style, { x: 0, y: 26 + lane * LANE })),
  ];
}

function number(
  effect: EffectEvaluation,
  source: EffectSource,
  style: ForestStyle,
  at: { readonly x: number; readonly y: number },
): Mark {
  const said = sayEffect(inUnit(effect[source], style.unit), style.unit);
  const [estimate = '', ...interval] = said.split(' ');
  const rest = [interval.join(' '), source].filter((part) => part !== '').join(' ');
  return boldText(at, estimate, ` ${rest}`);
}

function describe(
  effects: readonly EffectEvaluation[],
  style: ForestStyle,
  lanes: readonly EffectSource[],
): string {
  const rows = effects.map((effect) => {
    const values = lanes.map(
      (source) => `${source} ${sayEffect(inUnit(effect[source], style.unit), style.unit)}`,
    );
    return `${style.nameOf(effect)}: ${values.join(', ')}.`;
  });
  return [...(style.stamp === null ? [] : [`${style.stamp}.`]), ...rows].join(' ');
}
