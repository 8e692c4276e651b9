import {
  entropyRatio,
  jensenShannonBits,
  kolmogorovSmirnov,
  totalVariation,
} from '../../stats/distance/divergence';
import { wasserstein } from '../../stats/distance/wasserstein';
import { weightedMoments } from '../../stats/moments/weightedMoments';
import type { Answers } from '../answers';
import type { CellEvaluation, W1 } from '../types';
import { baselinesOf, statedW } from './baselines';
import type { Distribution } from './distribution';
import { floorOf } from './floor';
import type { Levels } from './levels';
import { metricOf } from './metric';

type Measures = Pick<
  CellEvaluation,
  'w1' | 'wInSd' | 'floor' | 'tvd' | 'js' | 'ks' | 'meanDifference' | 'sdRatio' | 'entropyRatio' | 'baselines'
>;

const nothingMeasured: Measures = {
  w1: null,
  wInSd: null,
  floor: null,
  tvd: null,
  js: null,
  ks: null,
  meanDifference: null,
  sdRatio: null,
  entropyRatio: null,
  baselines: {},
};

/** How far a prediction lies from what people answered, where both are at hand. */
export function measuresOf(
  levels: Levels,
  observed: Distribution | undefined,
  predicted: Distribution | undefined,
  pool: () => Answers,
  key: readonly string[],
): Measures {
  if (observed === undefined) return nothingMeasured;
  const baselines = baselinesOf(levels, observed, pool());
  if (predicted === undefined) return { ...nothingMeasured, baselines };
  return {
    ...nothingMeasured,
    ...(levels.closed ? divergences(observed.shares, predicted.shares) : {}),
    ...(levels.type === 'nominal' ? {} : ordered(levels, observed, predicted, key)),
    baselines,
  };
}

function divergences(
  observed: readonly number[],
  predicted: readonly number[],
): Pick<Measures, 'tvd' | 'js'> {
  return { tvd: totalVariation(observed, predicted), js: jensenShannonBits(observed, predicted) };
}

/** What needs an order of the answers. */
function ordered(
  levels: Levels,
  observed: Distribution,
  predicted: Distribution,
  key: readonly string[],
): Partial<Measures> {
  const human = { values: levels.codes, weights: observed.shares };
  const model = { values: levels.codes, weights: predicted.shares };
  const observedMoments = weightedMoments(human);
  const predictedMoments = weightedMoments(model);
  const spread = observedMoments.sdPopulation;
  const raw = wasserstein('raw', human, model, null);
  const w1: W1 = {
    stated: statedW(levels, observed.shares, predicted.shares),
    observed: wasserstein('observed', human, model, levels.range),
    observedClipped: wasserstein('observedClipped', human, model, levels.range),
    raw,
  };
  const bounded = metricOf(levels) !== undefined;
  return {
    w1,
    wInSd: bounded || raw === null || !(spread > 0) ? null : raw / spread,
    floor: w1.stated === null ? null : floorOf(levels, observed, predicted, w1.stated, key),
    ks: kolmogorovSmirnov(human, model),
    meanDifference: predictedMoments.mean - observedMoments.mean,
    sdRatio: spread > 0 ? predictedMoments.sdPopulation / spread : null,
    entropyRatio: levels.closed ? entropyRatio(observed.shares, predicted.shares) : null,
  };
}
