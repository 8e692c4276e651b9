import { statsError } from '../errors';

/**
 * Weights of which none is above `cap` times their mean: what is cut off is given to the others in proportion to their weights,
 * again and again until none is above (iterative proportional trimming). The sum stays.
 * @param cap at least 1.
 * @throws VignetteError `stats/out-of-range` for a lower cap.
 */
export function trimWeights(weights: readonly number[], cap: number): readonly number[] {
  if (!(cap >= 1)) throw statsError('out-of-range', `A cap of ${cap} times the mean weight cannot be kept.`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const most = (cap * total) / weights.length;
  const trimmed = new Set<number>();
  for (;;) {
    const rest = weights.reduce((sum, weight, row) => (trimmed.has(row) ? sum : sum + weight), 0);
    const factor = rest === 0 ? 1 : (total - trimmed.size * most) / rest;
    const above = weights.flatMap((weight, row) =>
      !trimmed.has(row) && weight * factor > most * (1 + 1e-12) ? [row] : [],
    );
    if (above.length === 0) return weights.map((weight, row) => (trimmed.has(row) ? most : weight * factor));
    for (const row of above) trimmed.add(row);
  }
}
