import { statsError } from '../errors';

/** How far amounts may be from their total, as a share of it: survey software rounds them. */
const rounding = 0.005;

/**
 * Amounts as shares of what was given out, which add up to 1.
 * @throws VignetteError `stats/total-mismatch` when they do not add up to the total ± 0.5 %.
 */
export function sharesOfTotal(amounts: readonly number[], total: number): readonly number[] {
  const sum = amounts.reduce((so, amount) => so + amount, 0);
  if (!(total > 0) || !(Math.abs(sum - total) <= rounding * total))
    throw statsError('total-mismatch', `The amounts add up to ${sum}, not to ${total}.`);
  return amounts.map((amount) => amount / sum);
}
