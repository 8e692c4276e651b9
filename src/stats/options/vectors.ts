import type { StatsErrorCode } from '../errors';
import { checkedWeights, normalised } from '../sample';

/** Answers on several options: one vector an answer, with a value for each option in their order. */
export interface VectorSample {
  readonly vectors: readonly (readonly number[])[];
  /** Without weights each answer counts once. */
  readonly weights?: readonly number[] | undefined;
}

/**
 * The weighted mean of each option.
 * @throws VignetteError those of `checkedWeights`; of an empty sample with the code that is given.
 */
export function optionMeans({ vectors, weights }: VectorSample, empty?: StatsErrorCode): readonly number[] {
  const values = vectors.map(() => 0);
  const shares = normalised(checkedWeights({ values, weights }, empty));
  const means = (vectors[0] ?? []).map(() => 0);
  for (const [index, vector] of vectors.entries())
    for (const [option, value] of vector.entries())
      means[option] = (means[option] ?? 0) + (shares[index] ?? 0) * value;
  return means;
}

/** Σ |a − b| over the options. */
export function l1Distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, option) => sum + Math.abs(value - (b[option] ?? 0)), 0);
}

/** The mean of |a − b| over the options; of inclusion shares the inclusion error. */
export function meanAbsoluteDifference(a: readonly number[], b: readonly number[]): number {
  return a.length === 0 ? 0 : l1Distance(a, b) / a.length;
}

/** √ of the mean of (a − b)² over the options. */
export function rootMeanSquaredDifference(a: readonly number[], b: readonly number[]): number {
  const sum = a.reduce((so, value, option) => so + (value - (b[option] ?? 0)) ** 2, 0);
  return a.length === 0 ? 0 : Math.sqrt(sum / a.length);
}

/** The largest |a − b| of the options. */
export function largestDifference(a: readonly number[], b: readonly number[]): number {
  return a.reduce((so, value, option) => Math.max(so, Math.abs(value - (b[option] ?? 0))), 0);
}

/**
 * Σ min(a, b) / Σ max(a, b) (Ruzicka 1958), of two sets as ones and zeros the Jaccard index |A ∩ B| / |A ∪ B| (Jaccard 1901).
 * Null where both are all zero.
 */
export function weightedJaccard(a: readonly number[], b: readonly number[]): number | null {
  const sum = (pick: (x: number, y: number) => number) =>
    a.reduce((so, value, option) => so + pick(value, b[option] ?? 0), 0);
  const union = sum(Math.max);
  return union > 0 ? sum(Math.min) / union : null;
}
