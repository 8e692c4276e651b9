import { armOf } from '../../stats/difference/arm';
import { weightedDifference } from '../../stats/difference/weighted';
import { combinationOfArms } from '../../stats/difference/welch';
import { dot, leastSquares } from '../../stats/linear/leastSquares';
import {
  clusteredCombination,
  clusteredFit,
  independentCombination,
  type Combination,
} from '../../stats/linear/robust';
import { groupBy } from '../../util/group';
import type { EffectEstimate } from '../types';
import type { Design } from './design';
import type { EffectRow } from './rows';

export type Range = readonly [number, number];

/** How human answers hang together. */
export interface Sampling {
  readonly weighted: boolean;
  /** Answers of one cluster are not independent of each other. */
  readonly clusterOf: (row: EffectRow) => string;
  /** What a cluster is: `respondent`, or the name of a column. */
  readonly cluster: string;
}

/** An effect of human answers with how its interval was made: '' for Welch, and for HC2 of two weighted arms. */
export interface Observed {
  readonly effect: EffectEstimate;
  readonly method: string;
}

/**
 * The effect of human answers. Independent answers: a combination of means has Welch's interval, two weighted arms and
 * every other model HC2. Where a cluster stands in it more than once: CR2 below 50 clusters, else CR1. Undefined where the
 * answers do not determine the effect.
 */
export function observedEffect(
  design: Design,
  sampling: Sampling,
  range: Range | null,
): Observed | undefined {
  const used = weighted(design, sampling.weighted);
  if (used === undefined) return undefined;
  const clusters = used.rows.map(sampling.clusterOf);
  const count = new Set(clusters).size;
  if (count === used.rows.length && design.groups) {
    const simple = sampling.weighted ? twoWeightedArms(used) : welch(used);
    if (simple !== undefined)
      return { effect: estimateOf(simple.difference, simple.se, simple.ci, range), method: '' };
  }
  const fit = leastSquares({
    terms: used.terms,
    values: used.rows.map(({ value }) => value),
    ...(sampling.weighted ? { weights: used.rows.map(({ weight }) => weight) } : {}),
  });
  const found =
    count === used.rows.length
      ? independentCombination(fit, used.combination)
      : clusteredCombination(clusteredFit(fit, clusters), used.combination);
  return found && asObserved(found, sampling.cluster, range);
}

/** A combination of coefficients as an effect, with the words for its interval. */
export function asObserved(found: Combination, cluster: string, range: Range | null): Observed {
  const by = found.method === 'HC2' ? '' : ` by ${cluster}, ${found.n} clusters`;
  return {
    effect: estimateOf(found.estimate, found.se, found.test?.ci95 ?? null, range),
    method: `${found.method}${by}`,
  };
}

/** The effect of predictions: the estimate alone. */
export function predictedEffect(
  design: Design,
  useWeights: boolean,
  range: Range | null,
): EffectEstimate | undefined {
  const used = weighted(design, useWeights);
  if (used === undefined) return undefined;
  const weights = used.rows.map(({ weight, mass }) => (useWeights ? weight * mass : mass));
  if (used.groups) return estimateOf(differenceOfMeans(used, weights), null, null, range);
  const fit = leastSquares({ terms: used.terms, values: used.rows.map(({ value }) => value), weights });
  const v = fit.inBasis(used.combination);
  return v && estimateOf(dot(v, fit.solution), null, null, range);
}

function differenceOfMeans({ rows, terms, combination }: Design, weights: readonly number[]): number {
  const sums = combination.map(() => ({ weight: 0, value: 0 }));
  for (const [row, { value }] of rows.entries()) {
    const group = sums[terms[row]?.indexOf(1) ?? 0];
    if (group === undefined) continue;
    group.weight += weights[row] ?? 0;
    group.value += (weights[row] ?? 0) * value;
  }
  return sums.reduce(
    (sum, group, place) => sum + ((combination[place] ?? 0) * group.value) / group.weight,
    0,
  );
}

/** The estimate in raw units and in per cent of the range. */
export function estimateOf(
  estimate: number,
  se: number | null,
  ci: Range | null,
  range: Range | null,
): EffectEstimate {
  const points = range === null ? null : 100 / (range[1] - range[0]);
  return {
    estimate,
    se,
    ci,
    points: points === null ? null : estimate * points,
    pointsCi: points === null || ci === null ? null : [ci[0] * points, ci[1] * points],
  };
}

/** The rows that count: those with a weight, or all of them. Undefined where a group of rows is left without any. */
function weighted(design: Design, useWeights: boolean): Design | undefined {
  if (!useWeights) return design;
  const kept = [...design.rows.keys()].filter((row) => (design.rows[row]?.weight ?? 0) > 0);
  const left = design.combination.map((_, term) => kept.some((row) => design.terms[row]?.[term] !== 0));
  if (design.groups && left.includes(false)) return undefined;
  return {
    ...design,
    rows: kept.flatMap((row) => design.rows[row] ?? []),
    terms: kept.map((row) => design.terms[row] ?? []),
    arms: kept.map((row) => design.arms[row]),
  };
}

interface Simple {
  readonly difference: number;
  readonly se: number | null;
  readonly ci: Range | null;
}

function welch({ rows, terms, combination }: Design): Simple {
  const groups = groupBy(rows.keys(), (row) => terms[row]?.indexOf(1) ?? 0);
  const arms = combination.map((coefficient, group) => ({
    coefficient,
    arm: armOf((groups.get(group) ?? []).map((row) => rows[row]?.value ?? NaN)),
  }));
  const { difference, se, test } = combinationOfArms(arms);
  return { difference, se, ci: test?.ci95 ?? null };
}

function twoWeightedArms({ rows, terms, combination }: Design): Simple | undefined {
  if (combination.length !== 2 || combination[0] !== 1) return undefined;
  const arm = (group: number) => {
    const own = rows.filter((_, row) => terms[row]?.[group] === 1);
    return { values: own.map(({ value }) => value), weights: own.map(({ weight }) => weight) };
  };
  const { difference, seHc2, test } = weightedDifference(arm(0), arm(1));
  return { difference, se: seHc2, ci: test?.ci95 ?? null };
}
