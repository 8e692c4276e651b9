import { statsError } from '../errors';

/** What a disagreement of two levels costs; 0 for none. */
export type Disagreement = (a: number, b: number) => number;

/** Costs of `weightedKappa`: (a − b)² (Cohen 1968), |a − b|, or 1 for any two different ones (Cohen 1960). */
export const disagreements = {
  quadratic: (a, b) => (a - b) ** 2,
  linear: (a, b) => Math.abs(a - b),
  nominal: (a, b) => (a === b ? 0 : 1),
} as const satisfies Readonly<Record<string, Disagreement>>;

/**
 * Agreement of two raters beyond chance: κ = 1 − Σ w·observed / Σ w·expected, w the cost of a disagreement (Cohen 1968). At most 1;
 * 0 at chance. Null where both gave everybody one same level. By places of the levels (as scikit-learn) or by their codes, which
 * differ on scales whose codes are not evenly spaced: give the one that is meant.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/non-finite-value`.
 */
export function weightedKappa(
  a: readonly number[],
  b: readonly number[],
  disagreement: Disagreement,
): number | null {
  const n = a.length;
  if (n === 0) throw statsError('empty', 'There are no answers.');
  if (b.length !== n)
    throw statsError('length-mismatch', `There are ${n} answers here and ${b.length} there.`);
  if (![...a, ...b].every(Number.isFinite)) throw statsError('non-finite-value', 'An answer is no number.');
  const observed = a.reduce((sum, value, place) => sum + disagreement(value, b[place] ?? NaN), 0) / n;
  const [first, second] = [countsOf(a), countsOf(b)];
  let expected = 0;
  for (const [value, count] of first)
    for (const [other, times] of second) expected += count * times * disagreement(value, other);
  return expected > 0 ? 1 - observed / (expected / n / n) : null;
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
