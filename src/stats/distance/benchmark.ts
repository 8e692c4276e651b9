import { statsError } from '../errors';
import { totalVariation } from './divergence';
import { wasserstein1 } from './wasserstein';

/** A uniform distribution within this counts as uniform. */
const nothing = 1e-12;

/** Total variation between a distribution and the uniform one over the same levels. */
export function distanceFromUniform(shares: readonly number[]): number {
  const distance = totalVariation(
    shares,
    shares.map(() => 1),
  );
  return distance > nothing ? distance : 0;
}

/**
 * SimBench's score of one item, S = 100 (1 − TVD(P, Q) / TVD(P, U)), at most 100, 0 for a uniform prediction (Hu et al. 2025,
 * SimBench). Null where the humans are uniform, and unsteady where they nearly are: `simbenchOfSet` is the figure to compare.
 * @throws VignetteError those of `totalVariation`.
 */
export function simbench(human: readonly number[], model: readonly number[]): number | null {
  const uniform = distanceFromUniform(human);
  const distance = totalVariation(human, model);
  return uniform > 0 ? 100 * (1 - distance / uniform) : null;
}

export interface SimbenchSet {
  readonly meanTvd: number;
  readonly meanTvdUniform: number;
  /** 100 (1 − meanTvd / meanTvdUniform); null where all humans are uniform. */
  readonly score: number | null;
  /** 1 − TVD / meanTvdUniform of each item; null where all humans are uniform. */
  readonly items: readonly (number | null)[];
}

/**
 * The score of a data set, with the mean distance from uniform over its items as the denominator.
 * @throws VignetteError `stats/empty` and those of `totalVariation`.
 */
export function simbenchOfSet(
  items: readonly { readonly human: readonly number[]; readonly model: readonly number[] }[],
): SimbenchSet {
  if (items.length === 0) throw statsError('empty', 'There are no items.');
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const distances = items.map(({ human, model }) => totalVariation(human, model));
  const meanTvd = mean(distances);
  const meanTvdUniform = mean(items.map(({ human }) => distanceFromUniform(human)));
  const relative = (distance: number) => (meanTvdUniform > 0 ? 1 - distance / meanTvdUniform : null);
  const score = relative(meanTvd);
  return {
    meanTvd,
    meanTvdUniform,
    score: score === null ? null : 100 * score,
    items: distances.map(relative),
  };
}

/**
 * OpinionQA's alignment 1 − W₁ / (K − 1) on the places 0 … K − 1 of the levels, 0 … 1 (Santurkar et al. 2023). Null with one level.
 * @param human and @param model shares in ascending order of the levels.
 * @throws VignetteError those of `cumulativeDifference`.
 */
export function opinionQaAlignment(human: readonly number[], model: readonly number[]): number | null {
  const values = human.map((_, place) => place);
  const distance = wasserstein1({ values, weights: human }, { values, weights: model });
  return values.length > 1 ? 1 - distance / (values.length - 1) : null;
}
