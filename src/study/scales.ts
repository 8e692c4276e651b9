import type { DontKnow, Option, Scale, SingleScale } from './types';

export { answerSentence } from './answerSentence';

const MOST_LEVELS = 10_001;

/** Whether a scale is answered with one number. */
export function isSingle(scale: Scale): scale is SingleScale {
  return ['binary', 'ordinal', 'nominal', 'numeric'].includes(scale.type);
}

/** The scale on which answers are scored: their own, of texts that of their rubric; undefined for all others. */
export function scoredScale(scale: Scale): SingleScale | undefined {
  if (scale.type === 'text') return scale.rubric?.scale;
  return isSingle(scale) ? scale : undefined;
}

/** What can be read beside codes: the options, of a numeric scale its labelled points; none for text and choices. */
export function labelledOptions(scale: Scale): readonly Option[] {
  if (scale.type === 'numeric') return scale.labels;
  return 'options' in scale ? scale.options : [];
}

/** The "don't know" beside a scale, where it has one. */
export function dontKnowOf(scale: Scale): DontKnow | undefined {
  return 'dontKnow' in scale ? scale.dontKnow : undefined;
}

/**
 * The codes of a scale in its order: those of the options, or from `min` to `max` by `step`, both ends included.
 * Empty for a numeric scale without both bounds or with more than 10,001 levels, for text and for choices. "Don't know"
 * is not among them.
 */
export function codesOf(scale: Scale): readonly number[] {
  if (scale.type !== 'numeric') return labelledOptions(scale).map(({ code }) => code);
  const levels = levelCount(scale);
  if (levels === undefined || levels > MOST_LEVELS) return [];
  const { min = 0, step } = scale;
  return Array.from({ length: levels }, (_, i) => rounded(min + i * step));
}

/** How many levels a scale has; undefined for a numeric scale without both bounds. */
export function levelCount(scale: Scale): number | undefined {
  if (scale.type !== 'numeric') return labelledOptions(scale).length;
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
 * bounds, and scales whose answers have no order.
 */
export function statedRange(scale: Scale): readonly [number, number] | undefined {
  if (scale.type === 'numeric') {
    return scale.min === undefined || scale.max === undefined ? undefined : [scale.min, scale.max];
  }
  const codes = scale.type === 'binary' || scale.type === 'ordinal' ? codesOf(scale) : [];
  return codes.length === 0 ? undefined : [Math.min(...codes), Math.max(...codes)];
}

/** What the respondent reads at a code; undefined where it has no label. */
export function labelOf(scale: Scale, code: number): string | undefined {
  const dontKnow = dontKnowOf(scale);
  if (dontKnow?.code === code) return dontKnow.label;
  return labelledOptions(scale).find((option) => option.code === code)?.label;
}

/**
 * One line `code: label` for each labelled option, "don't know" last; empty where nothing is labelled.
 * @param order the codes in the order in which they are shown, where that is not the scale's own.
 */
export function optionLines(scale: Scale, order?: readonly number[]): string {
  const dontKnow = dontKnowOf(scale);
  const options = labelledOptions(scale);
  const shown = order?.flatMap((code) => options.find((option) => option.code === code) ?? []) ?? options;
  return [...shown, ...(dontKnow ? [dontKnow] : [])]
    .flatMap(({ code, label }) => (label === undefined ? [] : `${code}: ${label}`))
    .join('\n');
}
