import { statsError } from '../errors';
import { normalQuantile } from '../distribution/normal';

/**
 * Wilson's score interval of a proportion (Wilson 1927). `x` of `n`; neither need be whole, so that a weighted share
 * enters as x = p · n_eff with Kish's n_eff.
 * @param confidence between 0 and 1, 0.95 by default.
 * @throws VignetteError `stats/empty`, `stats/out-of-range`.
 */
export function wilsonInterval(x: number, n: number, confidence = 0.95): readonly [number, number] {
  if (n === 0) throw statsError('empty', 'A proportion of nothing has no interval.');
  if (!(n > 0 && x >= 0 && x <= n)) throw statsError('out-of-range', `${x} of ${n} is no proportion.`);
  const z = normalQuantile(0.5 + confidence / 2);
  const share = x / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [x > 0 ? Math.max(0, centre - half) : 0, x < n ? Math.min(1, centre + half) : 1];
}
