import { effectAgreement, signAgreement } from '../stats/agreement/effectSet';
import type { CellEvaluation, EffectEstimate, EffectEvaluation, Sees, Summary } from './types';

/** Human effects with at least this |z| count for the agreement of signs. */
const clearEffect = 1.96;

/** Means over the cells of a study, and agreement across its effects. */
export function summarise(cells: readonly CellEvaluation[], effects: readonly EffectEvaluation[]): Summary {
  return {
    w1: {
      stated: meanOf(cells.map((cell) => cell.w1?.stated)),
      observed: meanOf(cells.map((cell) => cell.w1?.observed)),
    },
    floor: meanOf(cells.map((cell) => cell.floor?.mean)),
    baselines: baselineMeans(cells),
    effects: agreement(effects),
    mass: meanOf(cells.map((cell) => cell.mass)),
  };
}

function baselineMeans(cells: readonly CellEvaluation[]): Summary['baselines'] {
  const sees = new Map<string, Sees>();
  for (const { baselines } of cells) {
    for (const [name, baseline] of Object.entries(baselines)) sees.set(name, baseline.sees);
  }
  return Object.fromEntries(
    [...sees].map(([name, saw]) => [
      name,
      { w1: meanOf(cells.map((cell) => cell.baselines[name]?.w1)), sees: saw },
    ]),
  );
}

/**
 * In points of the stated scales, so that outcomes can stand together. The slope is that of observed on predicted
 * effects; signs are compared where the observed effect is clear.
 */
function agreement(effects: readonly EffectEvaluation[]): Summary['effects'] {
  const pairs = effects.flatMap(({ observed, predicted }) => {
    if (observed?.points == null || predicted?.points == null) return [];
    return [{ observed: observed.points, predicted: predicted.points, se: sePoints(observed) }];
  });
  if (pairs.length === 0) return { n: 0, r: null, slope: null, rmse: null, signAgreement: null };
  const { pearson, observedOnPredicted, rmse } = effectAgreement(asSet(pairs));
  const clear = pairs.filter(({ se }) => se !== null && se > 0);
  return {
    n: pairs.length,
    r: pearson,
    slope: observedOnPredicted?.slope ?? null,
    rmse,
    signAgreement: clear.length === 0 ? null : (signAgreement(asSet(clear), clearEffect)?.share ?? null),
  };
}

/** The standard error in points, by the ratio of the two intervals; null without them. */
function sePoints({ se, ci, pointsCi }: EffectEstimate): number | null {
  if (se === null || ci === null || pointsCi === null || ci[1] === ci[0]) return null;
  return (se * (pointsCi[1] - pointsCi[0])) / (ci[1] - ci[0]);
}

function asSet(pairs: readonly { observed: number; predicted: number; se: number | null }[]) {
  return {
    predicted: pairs.map((pair) => pair.predicted),
    observed: pairs.map((pair) => pair.observed),
    observedSe: pairs.map((pair) => pair.se ?? 0),
  };
}

/** The mean of what is defined; null when nothing is. */
function meanOf(values: readonly (number | null | undefined)[]): number | null {
  const defined = values.filter((value): value is number => value != null);
  if (defined.length === 0) return null;
  return defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
