import { statsError } from '../errors';
import { logGamma } from './gamma';

/** P(X > x) of χ² with `df` > 0 degrees of freedom: the regularised incomplete gamma function Q(df/2, x/2). */
export function chiSquareUpper(x: number, df: number): number {
  return Math.exp(logChiSquareUpper(x, df));
}

/** ln P(X > x), which stays finite where the probability itself is too small to be told from 0. */
export function logChiSquareUpper(x: number, df: number): number {
  if (x <= 0) return 0;
  const [a, half] = [df / 2, x / 2];
  return half < a + 1
    ? Math.log1p(-lowerSeries(half, a))
    : logFront(half, a) + Math.log(upperFraction(half, a));
}

/** P(X ≤ x), with all its digits near 0. */
export function chiSquareCdf(x: number, df: number): number {
  if (x <= 0) return 0;
  const [a, half] = [df / 2, x / 2];
  return half < a + 1 ? lowerSeries(half, a) : -Math.expm1(logChiSquareUpper(x, df));
}

/**
 * The x with P(X ≤ x) = `p`, or with P(X > x) = `p` where the tail is `upper`, by bisection.
 * @param p between 0 and 1.
 * @throws VignetteError `stats/out-of-range`.
 */
export function chiSquareQuantile(p: number, df: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(p > 0 && p < 1 && df > 0))
    throw statsError('out-of-range', `No χ² of ${df} degrees of freedom has a quantile at ${p}.`);
  const below = (x: number) => (tail === 'lower' ? chiSquareCdf(x, df) < p : chiSquareUpper(x, df) > p);
  let low = 0;
  let high = df + 1;
  while (below(high)) [low, high] = [high, 2 * high];
  while (high - low > 1e-15 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** ln of x^a e^(−x) / Γ(a). */
function logFront(x: number, a: number): number {
  return a * Math.log(x) - x - logGamma(a);
}

/** P(a, x) by its power series (Abramowitz & Stegun 6.5.29). */
function lowerSeries(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(logFront(x, a));
}

/** Q(a, x) over its front by the continued fraction of Abramowitz & Stegun 6.5.31, in Lentz's form. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let numerator = 1e300;
  let denominator = 1 / b;
  let fraction = denominator;
  for (let n = 1; n < 100_000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    denominator = 1 / (factor * denominator + b);
    numerator = b + factor / numerator;
    const change = denominator * numerator;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}
