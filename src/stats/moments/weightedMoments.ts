import { checkedWeights, type Sample } from '../sample';
import { effectiveSize } from './effectiveSize';

/** Moments of a weighted sample; the spread is null where only one value has a weight. */
export interface WeightedMoments {
  readonly mean: number;
  /** √(Σw(x − m)² / Σw): of a distribution, or of all there is. */
  readonly sdPopulation: number;
  readonly nEff: number;
  /** With the divisor 1 − 1/n_eff in place of 1 (reliability weights). */
  readonly sdReliability: number | null;
  /** With the factor n / (n − 1), n the number of positive weights (survey software). */
  readonly sdSurvey: number | null;
  /** Taylor-linearised standard error of the mean, as R's svymean. */
  readonly seMeanLinearised: number | null;
  /** sdReliability / √n_eff. */
  readonly seMeanKish: number | null;
  /** The first value, ascending, at which the cumulative share reaches one half. */
  readonly medianLower: number;
}

/**
 * Weighted mean, spread and standard errors, in two passes so that large offsets cost no digits.
 * @throws VignetteError those of `checkedWeights`.
 */
export function weightedMoments(sample: Sample): WeightedMoments {
  const weights = checkedWeights(sample);
  const { values } = sample;
  const { nEff, nPositive } = effectiveSize(weights);
  const { mean, total } = weightedMean(values, weights);
  const sum = (term: (weight: number, deviation: number) => number) =>
    values.reduce((so, value, index) => so + term((weights[index] ?? 0) / total, value - mean), 0);
  const variance = sum((weight, deviation) => weight * deviation * deviation);
  const squares = sum((weight, deviation) => weight * weight * deviation * deviation);
  const single = nPositive < 2;
  const inflation = nPositive / (nPositive - 1);
  const sdReliability = single ? null : Math.sqrt(variance / (1 - 1 / nEff));
  return {
    mean,
    sdPopulation: single ? 0 : Math.sqrt(variance),
    nEff,
    sdReliability,
    sdSurvey: single ? null : Math.sqrt(variance * inflation),
    seMeanLinearised: single ? null : Math.sqrt(squares * inflation),
    seMeanKish: sdReliability === null ? null : sdReliability / Math.sqrt(nEff),
    medianLower: lowerMedian(values, weights, total),
  };
}

/**
 * The weighted share of each level, in the order given; values that are no level count in the total only.
 * @throws VignetteError those of `checkedWeights`.
 */
export function proportions(sample: Sample, levels: readonly number[]): readonly number[] {
  const weights = checkedWeights(sample);
  const byLevel = new Map(levels.map((level) => [level, 0]));
  let total = 0;
  for (const [index, value] of sample.values.entries()) {
    const weight = weights[index] ?? 0;
    total += weight;
    const so = byLevel.get(value);
    if (so !== undefined) byLevel.set(value, so + weight);
  }
  return levels.map((level) => (byLevel.get(level) ?? 0) / total);
}

function weightedMean(values: readonly number[], weights: readonly number[]) {
  let total = 0;
  let sum = 0;
  const offset = values[0] ?? 0;
  for (const [index, value] of values.entries()) {
    const weight = weights[index] ?? 0;
    total += weight;
    sum += weight * (value - offset);
  }
  return { mean: offset + sum / total, total };
}

function lowerMedian(values: readonly number[], weights: readonly number[], total: number): number {
  const order = values.map((value, index) => ({ value, weight: weights[index] ?? 0 }));
  order.sort((a, b) => a.value - b.value);
  let cumulative = 0;
  for (const { value, weight } of order) {
    cumulative += weight / total;
    if (cumulative >= 0.5 - 1e-12) return value;
  }
  return order.at(-1)?.value ?? NaN;
}
