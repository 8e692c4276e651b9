import { statsError } from '../errors';
import { armOf } from './arm';
import { tTest, type TTest } from './welch';

export interface PairedDifference {
  /** Mean of second − first. */
  readonly difference: number;
  /** Of the differences, divisor n − 1. */
  readonly sd: number;
  readonly se: number;
  readonly df: number;
  /** Null where all differences are equal. */
  readonly test: TTest | null;
  /** Difference over the SD of the differences; null where that is 0 (Cohen 1988). */
  readonly dz: number | null;
  /** Difference over √ of the mean of both variances, comparable with designs between people; null where that is 0 (Cumming 2012). */
  readonly dav: number | null;
}

/**
 * The paired t test of people who gave both answers.
 * @throws VignetteError `stats/fewer-than-two-pairs`, `stats/length-mismatch`, `stats/non-finite-value`.
 */
export function pairedDifference(first: readonly number[], second: readonly number[]): PairedDifference {
  const n = first.length;
  if (second.length !== n)
    throw statsError('length-mismatch', `${n} first answers, ${second.length} second.`);
  if (n < 2) throw statsError('fewer-than-two-pairs', 'One pair has no spread.');
  const { mean, variance } = armOf(second.map((value, place) => value - (first[place] ?? NaN)));
  const sd = Math.sqrt(variance ?? 0);
  const se = sd / Math.sqrt(n);
  const average = Math.sqrt(((armOf(first).variance ?? 0) + (armOf(second).variance ?? 0)) / 2);
  const varies = se > 1e-15;
  return {
    difference: mean,
    sd,
    se,
    df: n - 1,
    test: varies ? tTest(mean, se, n - 1) : null,
    dz: varies ? mean / sd : null,
    dav: average > 0 ? mean / average : null,
  };
}
