import { statsError } from '../errors';

/** One arm of a contrast, unweighted. */
export interface Arm {
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1; null in an arm of one. */
  readonly variance: number | null;
}

/**
 * Size, mean and variance of an arm, in two passes.
 * @throws VignetteError `stats/empty-arm`, `stats/non-finite-value`.
 */
export function armOf(values: readonly number[]): Arm {
  const n = values.length;
  if (n === 0) throw statsError('empty-arm', 'An arm of the contrast has no answers.');
  if (!values.every(Number.isFinite))
    throw statsError('non-finite-value', 'An answer is not a finite number.');
  const offset = values[0] ?? 0;
  const mean = offset + values.reduce((sum, value) => sum + (value - offset), 0) / n;
  if (n === 1) return { n, mean, variance: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: squares / (n - 1) };
}
