import { betaQuantile } from '../distribution/beta';
import { statsError } from '../errors';

/**
 * Clopper and Pearson's exact interval of a proportion, which never covers less than it says (Clopper & Pearson 1934): beta
 * quantiles at x, n − x + 1 and x + 1, n − x.
 * @param x whole, 0 … n. @param confidence between 0 and 1.
 * @throws VignetteError `stats/empty`; `stats/out-of-range`, also for counts that are not whole.
 */
export function clopperPearson(x: number, n: number, confidence = 0.95): readonly [number, number] {
  check(x, n);
  if (!Number.isInteger(x) || !Number.isInteger(n))
    throw statsError('out-of-range', `The exact interval is for whole counts, not for ${x} of ${n}.`);
  const tail = (1 - confidence) / 2;
  return [x === 0 ? 0 : betaQuantile(tail, x, n - x + 1), x === n ? 1 : 1 - betaQuantile(tail, n - x, x + 1)];
}

/**
 * Jeffreys' interval of a proportion: quantiles of Beta(x + ½, n − x + ½), 0 at x = 0 and 1 at x = n (Brown, Cai & DasGupta 2001).
 * Neither x nor n need be whole, so that weighted shares enter as x = p · n_eff.
 * @throws VignetteError `stats/empty`, `stats/out-of-range`.
 */
export function jeffreysInterval(x: number, n: number, confidence = 0.95): readonly [number, number] {
  check(x, n);
  const tail = (1 - confidence) / 2;
  const [a, b] = [x + 0.5, n - x + 0.5];
  return [x === 0 ? 0 : betaQuantile(tail, a, b), x === n ? 1 : 1 - betaQuantile(tail, b, a)];
}

function check(x: number, n: number): void {
  if (n === 0) throw statsError('empty', 'A proportion of nothing has no interval.');
  if (!(n > 0 && x >= 0 && x <= n)) throw statsError('out-of-range', `${x} of ${n} is no proportion.`);
}
