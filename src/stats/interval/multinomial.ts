import { normalDensity, normalQuantile } from '../distribution/normal';
import { logGamma } from '../distribution/gamma';
import { statsError } from '../errors';

type Interval = readonly [number, number];

/**
 * Simultaneous intervals of multinomial shares (Goodman 1965): with B the 1 − α/K quantile of χ² on one degree of freedom,
 * (B + 2c ± √(B (B + 4 c (n − c) / n))) / (2 (n + B)). For any counts.
 * @param alpha between 0 and 1: the chance that any of the intervals misses.
 * @throws VignetteError `stats/empty`, `stats/out-of-range`.
 */
export function goodmanIntervals(counts: readonly number[], alpha = 0.05): readonly Interval[] {
  const n = totalOf(counts, alpha);
  const b = normalQuantile(1 - alpha / counts.length / 2) ** 2;
  return counts.map((count): Interval => {
    const half = Math.sqrt(b * (b + (4 * count * (n - count)) / n));
    const low = count > 0 ? Math.max(0, (b + 2 * count - half) / (2 * (n + b))) : 0;
    return [low, (b + 2 * count + half) / (2 * (n + b))];
  });
}

/**
 * Simultaneous intervals of multinomial shares by a truncated Poisson approximation (Sison & Glaz 1995): the smallest c for which
 * the probability that all counts are within c of those observed exceeds 1 − α; c/n below and (c + 2γ)/n above, γ the part of the
 * last step that was needed. For whole counts in three or more levels.
 * @throws VignetteError `stats/empty`, `stats/out-of-range`.
 */
export function sisonGlazIntervals(counts: readonly number[], alpha = 0.05): readonly Interval[] {
  const n = totalOf(counts, alpha);
  if (!counts.every(Number.isInteger)) throw statsError('out-of-range', 'A count is not whole.');
  let c = 0;
  let here = 0;
  for (; c < n; c += 1) {
    const next = allWithin(counts, n, c + 1);
    if (next > 1 - alpha) {
      const needed = Math.max(0, (1 - alpha - here) / (next - here));
      return counts.map((count): Interval => [
        Math.max(0, (count - c) / n),
        Math.min(1, (count + c + 2 * needed) / n),
      ]);
    }
    here = next;
  }
  return counts.map((): Interval => [0, 1]);
}

/** P(every count is within c of the one observed), with an Edgeworth expansion for the sum of truncated Poissons. */
function allWithin(counts: readonly number[], n: number, c: number): number {
  let chance = 1;
  let [mean, variance, third, fourth] = [0, 0, 0, 0];
  for (const count of counts) {
    const part = truncatedPoisson(count, Math.max(0, count - c), Math.min(n, count + c));
    chance *= part.chance;
    mean += part.mean;
    variance += part.variance;
    third += part.third;
    fourth += part.fourth - 3 * part.variance ** 2;
  }
  if (!(variance > 0)) return 0;
  const z = (n - mean) / Math.sqrt(variance);
  const skew = third / variance ** 1.5;
  const excess = fourth / variance ** 2;
  const hermite3 = z ** 3 - 3 * z;
  const hermite4 = z ** 4 - 6 * z ** 2 + 3;
  const hermite6 = z ** 6 - 15 * z ** 4 + 45 * z ** 2 - 15;
  const density =
    normalDensity(z) * (1 + (skew * hermite3) / 6 + (excess * hermite4) / 24 + (skew ** 2 * hermite6) / 72);
  return (chance * density) / Math.sqrt(variance) / poisson(n, n);
}

/** Mean and central moments of a Poisson variable that is known to lie between two bounds, and the chance that it does. */
function truncatedPoisson(rate: number, low: number, high: number) {
  let chance = 0;
  let first = 0;
  for (let k = low; k <= high; k += 1) {
    const p = poisson(k, rate);
    chance += p;
    first += k * p;
  }
  const mean = first / chance;
  let [variance, third, fourth] = [0, 0, 0];
  for (let k = low; k <= high; k += 1) {
    const share = poisson(k, rate) / chance;
    variance += share * (k - mean) ** 2;
    third += share * (k - mean) ** 3;
    fourth += share * (k - mean) ** 4;
  }
  return { chance, mean, variance, third, fourth };
}

function poisson(k: number, rate: number): number {
  if (rate === 0) return k === 0 ? 1 : 0;
  return Math.exp(k * Math.log(rate) - rate - logGamma(k + 1));
}

function totalOf(counts: readonly number[], alpha: number): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) throw statsError('empty', 'Shares of nothing have no intervals.');
  if (!counts.every((count) => count >= 0 && count < Infinity) || !(alpha > 0 && alpha < 1))
    throw statsError('out-of-range', 'A count is negative or no number, or alpha is not between 0 and 1.');
  return n;
}
