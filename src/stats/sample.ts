import { statsError, type StatsErrorCode } from './errors';

/**
 * Values with weights. Without weights each value counts once. The order of the values and the scale of the
 * weights do not matter, so that answers, counts by level and probabilities by level are all samples.
 */
export interface Sample {
  readonly values: readonly number[];
  readonly weights?: readonly number[] | undefined;
}

/**
 * The weights of a sample, all finite and zero or more, with a sum above zero.
 * @throws VignetteError `stats/weight-length-mismatch`, `non-finite-value`, `negative-weight`, `zero-total-weight`,
 * or `empty` (the code to use for an empty sample can be given).
 */
export function checkedWeights(sample: Sample, empty: StatsErrorCode = 'empty'): readonly number[] {
  const { values } = sample;
  const weights = sample.weights ?? new Array<number>(values.length).fill(1);
  if (values.length === 0) throw statsError(empty, 'There are no values.');
  if (weights.length !== values.length) {
    throw statsError(
      'weight-length-mismatch',
      `There are ${values.length} values but ${weights.length} weights.`,
    );
  }
  if (!values.every(Number.isFinite) || !weights.every(Number.isFinite)) {
    throw statsError('non-finite-value', 'A value or weight is not a finite number.');
  }
  if (weights.some((weight) => weight < 0)) throw statsError('negative-weight', 'A weight is below zero.');
  if (!weights.some((weight) => weight > 0)) throw statsError('zero-total-weight', 'All weights are zero.');
  return weights;
}

/** The weights divided by their sum; they are scaled by the largest first, so that sums cannot overflow. */
export function normalised(weights: readonly number[]): number[] {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, weight);
  const scaled = weights.map((weight) => weight / largest);
  const total = scaled.reduce((sum, weight) => sum + weight, 0);
  return scaled.map((weight) => weight / total);
}

/** Smallest and largest value with a weight above zero. */
export function supportOf(sample: Sample): readonly [number, number] {
  const weights = checkedWeights(sample);
  let low = Infinity;
  let high = -Infinity;
  for (const [index, value] of sample.values.entries()) {
    if ((weights[index] ?? 0) <= 0) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
