import { binomialProbability } from '../distribution/binomial';
import { statsError } from '../errors';

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the sum of all hypergeometric probabilities that are no larger
 * than that of the table (with 1e-7 of tolerance for ties, as SciPy and R have it).
 * @throws VignetteError `stats/empty-arm`; `stats/out-of-range` for tables of more than a million.
 */
export function fisherExactP(x1: number, n1: number, x2: number, n2: number): number {
  if (n1 === 0 || n2 === 0) throw statsError('empty-arm', 'An arm of the contrast has no answers.');
  if (n1 + n2 > 1e6) throw statsError('out-of-range', 'The exact test is for tables of at most a million.');
  const successes = x1 + x2;
  if (successes === 0 || successes === n1 + n2) return 1;
  const observed = hypergeometric(x1, n1, n2, successes);
  let p = 0;
  for (let k = Math.max(0, successes - n2); k <= Math.min(successes, n1); k += 1) {
    const probability = hypergeometric(k, n1, n2, successes);
    if (probability <= observed * (1 + 1e-7)) p += probability;
  }
  return Math.min(1, p);
}

/** P(k of n1 are successes | successes in all), as a ratio of binomial probabilities at the common rate. */
function hypergeometric(k: number, n1: number, n2: number, successes: number): number {
  const rate = successes / (n1 + n2);
  const joint = binomialProbability(k, n1, rate) * binomialProbability(successes - k, n2, rate);
  return joint / binomialProbability(successes, n1 + n2, rate);
}
