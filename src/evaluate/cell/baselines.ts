import { totalVariation } from '../../stats/distance/divergence';
import { wasserstein } from '../../stats/distance/wasserstein';
import type { Answers } from '../answers';
import type { CellBaseline, Sees } from '../types';
import { distributionOf, type Distribution } from './distribution';
import type { Levels } from './levels';
import { inMetric, metricOf } from './metric';

/** Stated W of a prediction against the observed shares; null without a stated range or a declared transform. */
export function statedW(
  levels: Levels,
  observed: readonly number[],
  predicted: readonly number[],
): number | null {
  const metric = metricOf(levels);
  if (metric === undefined) return null;
  const { places, shares } = inMetric(metric, levels.codes, observed, predicted);
  const [human = [], model = []] = shares;
  const sample = (weights: readonly number[]) => ({ values: places, weights });
  return wasserstein('stated', sample(human), sample(model), metric.range);
}

/**
 * What can be predicted without a model, scored as a prediction is.
 * @param pool the human answers to this question in the other conditions.
 */
export function baselinesOf(
  levels: Levels,
  observed: Distribution,
  pool: Answers,
): Readonly<Record<string, CellBaseline>> {
  const uniform = levels.closed ? levels.codes.map(() => 1 / levels.codes.length) : undefined;
  const pooled = distributionOf(onLevels(pool, levels), levels.codes)?.shares;
  const rows: readonly (readonly [string, readonly number[] | undefined, Sees])[] = [
    ['uniform', uniform, 'nothing'],
    ['pooled', pooled, 'other conditions of this outcome'],
  ];
  return Object.fromEntries(
    rows.flatMap(([name, shares, sees]) => {
      if (shares === undefined) return [];
      const tvd = totalVariation(observed.shares, shares);
      return [[name, { w1: statedW(levels, observed.shares, shares), tvd, sees }] as const];
    }),
  );
}

/** The answers that are levels of this cell. */
function onLevels({ values, weights, people }: Answers, { codes }: Levels): Answers {
  const known = new Set(codes);
  const kept = [...values.keys()].filter((index) => known.has(values[index] ?? NaN));
  return {
    values: kept.map((index) => values[index] ?? NaN),
    weights: kept.map((index) => weights[index] ?? 0),
    people: kept.map((index) => people[index] ?? ''),
  };
}
