import { logGamma } from '../distribution/gamma';
import type { Rng } from '../../util/rng';

/**
 * One draw of Bin(n, p). Few expected successes: inversion. Otherwise transformed rejection with squeeze (BTRS,
 * Hörmann 1993): exact, at a cost that does not grow with n.
 * @param n a whole number of at least 0. @param p 0 … 1.
 */
export function binomialDraw(n: number, p: number, rng: Rng): number {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialDraw(n, 1 - p, rng);
  return n * p < 10 ? byInversion(n, p, rng) : byRejection(n, p, rng);
}

function byInversion(n: number, p: number, rng: Rng): number {
  const odds = p / (1 - p);
  for (;;) {
    let probability = Math.exp(n * Math.log1p(-p));
    let left = rng.uniform();
    for (let k = 0; k <= n; k += 1) {
      if (left < probability) return k;
      left -= probability;
      probability *= (odds * (n - k)) / (k + 1);
    }
  }
}

function byRejection(n: number, p: number, rng: Rng): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = rng.uniform() - 0.5;
    const v = rng.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const bound = Math.log((v * alpha) / (a / (us * us) + b));
    if (bound <= logRatio(k, mode, n, p)) return k;
  }
}

/** log P(X = k) − log P(X = mode). */
function logRatio(k: number, mode: number, n: number, p: number): number {
  const arrangements = logFactorial(mode) + logFactorial(n - mode) - logFactorial(k) - logFactorial(n - k);
  return arrangements + (k - mode) * Math.log(p / (1 - p));
}

const small = Float64Array.from({ length: 1024 }, (_, k) => logGamma(k + 1));

function logFactorial(k: number): number {
  return small[k] ?? logGamma(k + 1);
}
