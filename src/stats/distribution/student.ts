import { statsError } from '../errors';
import { incompleteBeta } from './beta';
import { logBeta } from './gamma';
import { normalQuantile } from './normal';

/** P(|T| > |t|) of Student's t with `df` > 0 degrees of freedom: I_{df / (df + t²)}(df / 2, ½). */
export function studentTwoSided(t: number, df: number): number {
  const square = t * t;
  return incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5);
}

/** P(T ≤ t). */
export function studentCdf(t: number, df: number): number {
  const tail = studentTwoSided(t, df) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t with P(T ≤ t) = p, 0 < p < 1: Newton steps from the normal quantile, kept inside a bracket.
 * @throws VignetteError `stats/out-of-range`.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0)) throw statsError('out-of-range', `Degrees of freedom are above 0, not ${df}.`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const tail = 1 - p;
  let low = 0;
  let high = Infinity;
  let t = normalQuantile(p);
  for (let step = 0; step < 200; step += 1) {
    const error = studentTwoSided(t, df) / 2 - tail;
    if (error > 0) low = t;
    else high = t;
    let next = t + error / studentDensity(t, df);
    if (!(next > low && next < high)) next = high === Infinity ? 2 * t + 1 : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-14 * next) return next;
    t = next;
  }
  return t;
}

function studentDensity(t: number, df: number): number {
  const logDensity = -logBeta(df / 2, 0.5) - 0.5 * Math.log(df) - ((df + 1) / 2) * Math.log1p((t * t) / df);
  return Math.exp(logDensity);
}
