import { normalCdf, normalQuantile } from '../distribution/normal';
import { statsError } from '../errors';
import type { Rng } from '../../util/rng';
import { countSampler } from './countSampler';
import { quantileOf } from './simulatedFloor';

/**
 * Bootstrap means of a sample that is given as counts by level, ascending: each draw is a multinomial, so that its cost follows the
 * number of levels, not of answers (Efron 1979).
 * @param counts whole numbers, with a sum of at least 1.
 * @throws VignetteError `stats/length-mismatch`, `stats/empty`, `stats/out-of-range`.
 */
export function bootstrapMeans(
  levels: readonly number[],
  counts: readonly number[],
  draws: number,
  rng: Rng,
): Float64Array {
  const size = counts.reduce((sum, count) => sum + count, 0);
  if (levels.length !== counts.length)
    throw statsError('length-mismatch', `There are ${levels.length} levels but ${counts.length} counts.`);
  if (!counts.every((count) => Number.isInteger(count) && count >= 0))
    throw statsError('out-of-range', 'A count is negative or not whole.');
  if (size === 0) throw statsError('empty', 'There are no answers to draw from.');
  const kept = levels.flatMap((level, place) => ((counts[place] ?? 0) > 0 ? [{ level, place }] : []));
  const values = Float64Array.from(kept, ({ level }) => level);
  const sample = countSampler(
    kept.map(({ place }) => (counts[place] ?? 0) / size),
    size,
    rng,
  );
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = sample();
    let sum = 0;
    for (let k = 0; k < values.length; k += 1) sum += (drawn[k] ?? 0) * (values[k] ?? 0);
    means[draw] = sum / size;
  }
  return means.sort();
}

/**
 * Percentile interval: the quantiles of the draws at (1 ∓ confidence) / 2 (Efron 1981).
 * @param ascending draws. @param confidence between 0 and 1.
 */
export function percentileInterval(ascending: Float64Array, confidence = 0.95): readonly [number, number] {
  const tail = (1 - confidence) / 2;
  return [quantileOf(ascending, tail), quantileOf(ascending, 1 - tail)];
}

/**
 * Acceleration of the bias-corrected interval from the estimates without each respondent: Σ d³ / (6 (Σ d²)^1.5), d their mean minus each
 * (Efron 1987). Null where nothing varies.
 */
export function acceleration(jackknife: readonly number[]): number | null {
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  const moment = (power: number) => jackknife.reduce((sum, value) => sum + (mean - value) ** power, 0);
  const squares = moment(2);
  return squares > 1e-24 * Math.max(1, mean * mean) ? moment(3) / (6 * squares ** 1.5) : null;
}

/**
 * Bias-corrected and accelerated interval (Efron 1987): percentiles at Φ(z₀ + (z₀ ± z) / (1 − a (z₀ ± z))), z₀ the normal quantile of
 * the share of draws below the estimate, ties half. Null where nothing varies, or all draws lie on one side.
 * @param ascending draws. @param jackknife the estimate without each respondent.
 */
export function bcaInterval(
  estimate: number,
  ascending: Float64Array,
  jackknife: readonly number[],
  confidence = 0.95,
): readonly [number, number] | null {
  const a = acceleration(jackknife);
  const near = 1e-12 * Math.max(1, Math.abs(estimate));
  let below = 0;
  for (const value of ascending) below += value < estimate - near ? 1 : value <= estimate + near ? 0.5 : 0;
  const share = below / ascending.length;
  if (a === null || !(share > 0 && share < 1)) return null;
  const bias = normalQuantile(share);
  const at = (z: number) => quantileOf(ascending, normalCdf(bias + (bias + z) / (1 - a * (bias + z))));
  const half = normalQuantile(0.5 + confidence / 2);
  return [at(-half), at(half)];
}
