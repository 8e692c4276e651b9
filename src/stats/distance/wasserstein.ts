import { statsError } from '../errors';
import { supportOf, type Sample } from '../sample';
import { cumulativeDifference } from './cumulative';

/** How a distance in scale units becomes comparable between scales. */
export type Convention =
  /** Divided by the stated range of the scale. */
  | 'stated'
  /** Divided by the range of the human answers; predictions are not clipped to it. */
  | 'observed'
  /** The same with predictions clipped to the range of the human answers. */
  | 'observedClipped'
  /** Scale units. */
  | 'raw';

/**
 * Wasserstein-1 distance in scale units: W₁ = ∫ |F(x) − G(x)| dx (Vallender 1974), F and G the distribution
 * functions of the samples. Symmetric, 0 or more. Agrees with scipy.stats.wasserstein_distance.
 * @throws VignetteError those of `cumulativeDifference`.
 */
export function wasserstein1(human: Sample, model: Sample): number {
  let distance = 0;
  for (const step of cumulativeDifference(human, model)) distance += Math.abs(step.difference) * step.gap;
  return distance;
}

/**
 * W₁ under a convention; null where it is undefined: `observed…` when all human answers are the same, `stated`
 * without a stated range. `observed` can exceed 1.
 * @throws VignetteError `stats/stated-range-zero`, `stats/stated-range-negative` and those of `wasserstein1`.
 */
export function wasserstein(
  convention: Convention,
  human: Sample,
  model: Sample,
  stated: readonly [number, number] | null,
): number | null {
  switch (convention) {
    case 'raw':
      return wasserstein1(human, model);
    case 'stated':
      return stated === null ? null : wasserstein1(human, model) / statedWidth(stated);
    case 'observed': {
      const distance = wasserstein1(human, model);
      const [low, high] = supportOf(human);
      return high > low ? distance / (high - low) : null;
    }
    case 'observedClipped': {
      const [low, high] = supportOf(human);
      const values = model.values.map((value) => Math.min(high, Math.max(low, value)));
      const distance = wasserstein1(human, { ...model, values });
      return high > low ? distance / (high - low) : null;
    }
  }
}

/**
 * The width of a stated range, above 0.
 * @throws VignetteError `stats/stated-range-zero`, `stats/stated-range-negative`.
 */
export function statedWidth([low, high]: readonly [number, number]): number {
  const width = high - low;
  if (width === 0) throw statsError('stated-range-zero', `The stated range is ${low} to ${high}.`);
  if (!(width > 0)) throw statsError('stated-range-negative', `The stated range is ${low} to ${high}.`);
  return width;
}
