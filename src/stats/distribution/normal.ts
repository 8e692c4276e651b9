import { statsError } from '../errors';

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / rootTwoPi;
}

/** P(Z > z): a power series near the middle, a continued fraction in the tail (Abramowitz & Stegun 26.2.11, 26.2.14). */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  return z < 3 ? 0.5 - normalDensity(z) * oddSeries(z) : normalDensity(z) * tailFraction(z);
}

/** P(Z ≤ z). */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/**
 * The z with P(Z ≤ z) = p, 0 < p < 1: a rational start (Abramowitz & Stegun 26.2.23) mended by Halley steps.
 * @throws VignetteError `stats/out-of-range`.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    throw statsError('out-of-range', `A probability between 0 and 1 is needed, not ${p}.`);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  let z = rationalStart(tail);
  for (let step = 0; step < 4; step += 1) {
    const error = (normalUpper(z) - tail) / normalDensity(z);
    z += error / (1 - (z * error) / 2);
  }
  return p < 0.5 ? -z : z;
}

function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

function tailFraction(z: number): number {
  let value = z;
  for (let k = 120; k >= 1; k -= 1) value = z + k / value;
  return 1 / value;
}

function rationalStart(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - above / below;
}
