import { statsError } from '../errors';

/** Remainders this near to each other are equal, and a share this near below a whole number is that number. */
const near = 1e-9;

/**
 * Whole numbers that add up to `n` and follow the shares: rounded down, then one more for the largest remainders, the earlier level
 * first among equals (Hamilton's method). Not random.
 * @param shares need not sum to 1. @param n a whole number of at least 0.
 * @throws VignetteError `stats/negative-weight`, `stats/zero-total-weight`, `stats/out-of-range`.
 */
export function largestRemainder(shares: readonly number[], n: number): readonly number[] {
  if (!shares.every((share) => share >= 0 && share < Infinity))
    throw statsError('negative-weight', 'A share is negative or no number.');
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) throw statsError('zero-total-weight', 'All shares are 0.');
  if (!(Number.isInteger(n) && n >= 0)) throw statsError('out-of-range', `${n} is no number of answers.`);
  const due = shares.map((share) => (share / total) * n);
  const counts = due.map((value) => Math.floor(value + near));
  const rest = due.map((value, place) => ({ place, left: value - (counts[place] ?? 0) }));
  rest.sort((a, b) => (Math.abs(a.left - b.left) < near ? a.place - b.place : b.left - a.left));
  const missing = n - counts.reduce((sum, count) => sum + count, 0);
  for (const { place } of rest.slice(0, missing)) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/**
 * The chance that two distributions over the same levels give one answer when the same uniform number decides both, by the inverse of the
 * distribution function: Σ |[F_{k−1}, F_k) ∩ [G_{k−1}, G_k)|. Independent numbers give Σ p q.
 * @param p and @param q sum to 1.
 */
export function sharedDraw(p: readonly number[], q: readonly number[]): number {
  let [fromP, fromQ, same] = [0, 0, 0];
  for (const [level, share] of p.entries()) {
    const [toP, toQ] = [fromP + share, fromQ + (q[level] ?? 0)];
    same += Math.max(0, Math.min(toP, toQ) - Math.max(fromP, fromQ));
    [fromP, fromQ] = [toP, toQ];
  }
  return same;
}
