import type { PartsScale } from '../../data/parts';
import { optionMeans } from '../../stats/options/vectors';
import { respondentSampler, type Contribution } from '../../stats/resample/respondentSampler';
import { quantileOf, upperShare } from '../../stats/resample/simulatedFloor';
import { rng } from '../../util/rng';
import type { Floor } from '../figures';
import type { OptionAnswers } from './answers';
import { distanceBetween, type Means } from './means';
import type { OptionsBaseline } from './types';

/** Draws of a floor. */
export const optionFloorDraws = 1000;

/**
 * The noise floor of a distance between means: its distribution between two independent samples of whole respondents from
 * the observed answers, of the observed and the predicted (effective) size; mean, q95 and p all come from seeded draws.
 * @param key what the draws depend on beside the data.
 */
export function optionsFloor(
  type: PartsScale['type'],
  answers: OptionAnswers,
  sizes: readonly [observed: Means, predicted: Means],
  distance: number,
  key: readonly string[],
): Floor {
  const respondents = answers.vectors.map((vector, index): Contribution => ({
    numerators: vector,
    denominators: vector.map(() => 1),
    chance: answers.weights[index] ?? 0,
  }));
  const random = rng('floor', ...key);
  const [first, second] = sizes.map(({ nEff }) =>
    respondentSampler(respondents, Math.max(1, Math.round(nEff)), random),
  ) as [() => Float64Array, () => Float64Array];
  const distances = Float64Array.from({ length: optionFloorDraws }, () =>
    distanceBetween(type, [...first()], [...second()]),
  ).sort();
  return floorFrom(distances, distance);
}

/** The figures of a floor from its ascending draws. */
export function floorFrom(ascending: Float64Array, distance: number): Floor {
  const mean = ascending.reduce((sum, value) => sum + value, 0) / ascending.length;
  return {
    mean,
    q95: quantileOf(ascending, 0.95),
    p: upperShare(ascending, distance),
    excess: distance - mean,
  };
}

/**
 * What can be predicted without a model: `uniform`, every answer that the scale allows being as likely (of an allocation
 * equal shares), and `pooled`, the means of the people in the other conditions.
 */
export function optionBaselines(
  scale: PartsScale,
  { means }: Means,
  pool: OptionAnswers | undefined,
): Readonly<Record<string, OptionsBaseline>> {
  const uniform = distanceBetween(scale.type, means, uniformMeans(scale));
  const pooled =
    pool === undefined || pool.vectors.length === 0
      ? undefined
      : distanceBetween(scale.type, means, optionMeans(pool));
  return {
    uniform: { distance: uniform, sees: 'nothing' },
    ...(pooled === undefined
      ? {}
      : { pooled: { distance: pooled, sees: 'other conditions of this outcome' } as const }),
  };
}

function uniformMeans(scale: PartsScale): readonly number[] {
  const count = scale.options.length;
  if (scale.type === 'rank') return scale.options.map(() => (count + 1) / 2);
  if (scale.type === 'allocate') return scale.options.map(() => 1 / count);
  return scale.options.map(() => uniformInclusion(count, scale.min, scale.max));
}

/** The share of all sets of `least` to `most` of `count` options that contain a given one. */
function uniformInclusion(count: number, least: number, most: number): number {
  let sets = 0;
  let containing = 0;
  // Binomial coefficients relative to the first, so that many options do not overflow.
  let ways = 1;
  for (let size = least; size <= Math.min(most, count); size += 1) {
    sets += ways;
    containing += (ways * size) / count;
    ways *= (count - size) / (size + 1);
  }
  return sets > 0 ? containing / sets : 0;
}
