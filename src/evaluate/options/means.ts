import type { PartsScale } from '../../data/parts';
import { percentileIntervals, type Contribution } from '../../stats/resample/respondentSampler';
import { wilsonInterval } from '../../stats/interval/wilson';
import { effectiveSize } from '../../stats/moments/effectiveSize';
import { l1Distance, meanAbsoluteDifference, optionMeans } from '../../stats/options/vectors';
import { rng } from '../../util/rng';
import type { OptionAnswers } from './answers';
import type { Both, OptionFigures } from './types';

/** Draws of an interval over respondents. */
export const intervalDraws = 1000;

/** The mean of each option with what it rests on. */
export interface Means {
  readonly means: readonly number[];
  readonly n: number;
  /** Kish's. */
  readonly nEff: number;
}

/** Undefined without answers. */
export function meansOf(answers: OptionAnswers | undefined): Means | undefined {
  if (answers === undefined || answers.vectors.length === 0) return undefined;
  const { nEff } = effectiveSize(answers.weights);
  return { means: optionMeans(answers), n: answers.vectors.length, nEff };
}

/**
 * The distance of a scale between two lists of means: inclusion error and the mean difference of mean ranks are means of
 * absolute differences, of allocations L1 is their sum.
 */
export function distanceBetween(
  type: PartsScale['type'],
  a: readonly number[],
  b: readonly number[],
): number {
  return type === 'allocate' ? l1Distance(a, b) : meanAbsoluteDifference(a, b);
}

/**
 * 95 % intervals of the observed means: of inclusion shares Wilson's at the effective n, of mean ranks and mean shares the
 * percentiles of 1,000 seeded draws of respondents; null with one respondent.
 */
export function observedIntervals(
  type: PartsScale['type'],
  answers: OptionAnswers,
  { means, n, nEff }: Means,
  key: readonly string[],
): readonly (readonly [number, number] | null)[] {
  if (type === 'multiselect')
    return means.map((share) => wilsonInterval(Math.min(1, Math.max(0, share)) * nEff, nEff));
  if (n < 2) return means.map(() => null);
  const respondents = answers.vectors.map((vector, index): Contribution => {
    const weight = answers.weights[index] ?? 0;
    return {
      numerators: vector.map((value) => value * weight),
      denominators: vector.map(() => weight),
      chance: 1,
    };
  });
  return percentileIntervals(respondents, intervalDraws, rng('interval', ...key));
}

/** The figures of every option. */
export function optionFigures(
  scale: PartsScale,
  observed: Means | undefined,
  intervals: readonly (readonly [number, number] | null)[],
  predicted: Means | undefined,
): readonly OptionFigures[] {
  return scale.options.map(({ code, label }, option) => ({
    code,
    label: label ?? null,
    ...bothAt(observed?.means, predicted?.means, option),
    interval: intervals[option] ?? null,
  }));
}

/** The figures of one option. */
export function bothAt(
  observed: readonly number[] | undefined,
  predicted: readonly number[] | undefined,
  option: number,
): Both {
  return { observed: observed?.[option] ?? null, predicted: predicted?.[option] ?? null };
}
