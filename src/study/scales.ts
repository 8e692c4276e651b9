import type { Scale } from './types';

export { answerSentence } from './answerSentence';

const MOST_LEVELS = 10_001;

/**
 * The codes of a scale in its order: those of the options, or from `min` to `max` by `step`, both ends included.
 * Empty for a numeric scale without both bounds or with more than 10,001 levels. "Don't know" is not among them.
 */
export function codesOf(scale: Scale): readonly number[] {
  if (scale.type !== 'numeric') return scale.options.map(({ code }) => code);
  const levels = levelCount(scale);
  if (levels === undefined || levels > MOST_LEVELS) return [];
  const { min = 0, step } = scale;
  return Array.from({ length: levels }, (_, i) => rounded(min + i * step));
}

/** How many levels a scale has; undefined for a numeric scale without both bounds. */
export function levelCount(scale: Scale): number | undefined {
  if (scale.type !== 'numeric') return scale.options.length;
  const { min, max, step } = scale;
  if (min === undefined || max === undefined || max < min) return undefined;
  return Math.floor((max - min) / step + 1e-9) + 1;
}

/** Takes away what adding decimal steps in binary leaves behind. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * The lowest and highest answer that the scale states; undefined where it states none: a numeric scale without both
 * bounds, and nominal scales, which have no order.
 */
export function statedRange(scale: Scale): readonly [number, number] | undefined {
  if (scale.type === 'nominal') return undefined;
  if (scale.type === 'numeric') {
    return scale.min === undefined || scale.max === undefined ? undefined : [scale.min, scale.max];
  }
  const codes = codesOf(scale);
  return codes.length === 0 ? undefined : [Math.min(...codes), Math.max(...codes)];
}

/** What the respondent reads at a code; undefined where it has no label. */
export function labelOf(scale: Scale, code: number): string | undefined {
  if (scale.dontKnow?.code === code) return scale.dontKnow.label;
  const labelled = scale.type === 'numeric' ? scale.labels : scale.options;
  return labelled.find((option) => option.code === code)?.label;
}

/** One line `code: label` for each labelled option, "don't know" last; empty where nothing is labelled. */
export function optionLines(scale: Scale): string {
  const labelled = scale.type === 'numeric' ? scale.labels : scale.options;
  return [...labelled, ...(scale.dontKnow ? [scale.dontKnow] : [])]
    .flatMap(({ code, label }) => (label === undefined ? [] : `${code}: ${label}`))
    .join('\n');
}
