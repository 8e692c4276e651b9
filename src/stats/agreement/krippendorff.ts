import { statsError } from '../errors';
import type { Disagreement } from './kappa';

/**
 * Krippendorff's α, the agreement of any number of raters with gaps: 1 − observed / expected disagreement (Krippendorff 2011). Within each
 * unit all ordered pairs count, divided by its ratings less one; expected are all pairs of values that were paired at all. At most 1; 0 at
 * chance. Null where nothing is paired or all values are equal.
 * @param units the ratings of each unit; missing ones are left out. Units with one rating do not count.
 * @param disagreement `disagreements.nominal` for categories, `disagreements.quadratic` for intervals.
 * @throws VignetteError `stats/non-finite-value`.
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  disagreement: Disagreement,
): number | null {
  if (!units.flat().every(Number.isFinite)) throw statsError('non-finite-value', 'A rating is no number.');
  const paired = units.filter((ratings) => ratings.length > 1);
  const counts = new Map<number, number>();
  let observed = 0;
  for (const ratings of paired) {
    let sum = 0;
    for (const [place, a] of ratings.entries()) {
      counts.set(a, (counts.get(a) ?? 0) + 1);
      for (const b of ratings.slice(place + 1)) sum += 2 * disagreement(a, b);
    }
    observed += sum / (ratings.length - 1);
  }
  const n = paired.reduce((sum, ratings) => sum + ratings.length, 0);
  let expected = 0;
  for (const [a, first] of counts)
    for (const [b, second] of counts) expected += first * second * disagreement(a, b);
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}
