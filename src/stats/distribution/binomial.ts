import { stirlingRemainder } from './gamma';

/** A run of consecutive probabilities of a binomial distribution; what lies outside is below 1e-30 of the mode. */
export interface BinomialWindow {
  /** The count of the first probability. */
  readonly start: number;
  readonly probabilities: Float64Array;
}

/**
 * P(X = k) for X ~ Bin(n, p), 0 < p < 1, by the saddle-point expansion of Loader (2000), which keeps full
 * precision for any n.
 */
export function binomialProbability(k: number, n: number, p: number): number {
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const remainders = stirlingRemainder(n) - stirlingRemainder(k) - stirlingRemainder(n - k);
  const deviance = devianceTerm(k, n * p) + devianceTerm(n - k, n * (1 - p));
  return Math.exp(remainders - deviance) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** The part of Bin(n, p) that matters: computed outwards from the mode by the ratio of neighbours. */
export function binomialWindow(n: number, p: number): BinomialWindow {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const top = binomialProbability(mode, n, p);
  const odds = p / (1 - p);
  const below: number[] = [];
  for (let k = mode, q = top; k > 0; k -= 1) {
    q *= k / ((n - k + 1) * odds);
    if (q < top * 1e-30) break;
    below.push(q);
  }
  const above: number[] = [];
  for (let k = mode, q = top; k < n; k += 1) {
    q *= ((n - k) * odds) / (k + 1);
    if (q < top * 1e-30) break;
    above.push(q);
  }
  return {
    start: mode - below.length,
    probabilities: Float64Array.from([...below.reverse(), top, ...above]),
  };
}

/** x log(x / m) + m − x, by its series where x is near m. */
function devianceTerm(x: number, m: number): number {
  const ratio = (x - m) / (x + m);
  if (Math.abs(ratio) >= 0.1) return x * Math.log(x / m) + m - x;
  let sum = (x - m) * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; odd < 2000; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
