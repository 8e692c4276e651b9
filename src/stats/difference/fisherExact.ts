import { eachHypergeometric, hypergeometricProbability } from '../distribution/hypergeometric';
import { statsError } from '../errors';

/** Probabilities this much smaller than that of the table add nothing any more. */
const negligible = 1e-20;

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the sum of all hypergeometric probabilities that are no larger
 * than that of the table (with 1e-7 of tolerance for ties, as SciPy and R have it).
 * @throws VignetteError `stats/empty-arm`; `stats/out-of-range` when the counts are not whole.
 */
export function fisherExactP(x1: number, n1: number, x2: number, n2: number): number {
  if (n1 === 0 || n2 === 0) throw statsError('empty-arm', 'An arm of the contrast has no answers.');
  if (![x1, n1, x2, n2].every(Number.isInteger)) throw statsError('out-of-range', 'A count is not whole.');
  const urn = { total: n1 + n2, marked: x1 + x2, drawn: n1 };
  if (urn.marked === 0 || urn.marked === urn.total) return 1;
  const observed = hypergeometricProbability(x1, urn);
  let p = 0;
  eachHypergeometric(urn, observed * negligible, (_, probability) => {
    if (probability <= observed * (1 + 1e-7)) p += probability;
  });
  return Math.min(1, p);
}
