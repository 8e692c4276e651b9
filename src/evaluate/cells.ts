import type { AnswerRecord } from '../simulate/types';
import {
  entropyRatio,
  jensenShannonBits,
  kolmogorovSmirnov,
  totalVariation,
} from '../stats/distance/divergence';
import { wasserstein } from '../stats/distance/wasserstein';
import { weightedMoments } from '../stats/moments/weightedMoments';
import { outcomeIn } from '../study/render';
import { singleScale } from '../study/single';
import type { Condition, Outcome, Study } from '../study/types';
import { observedAnswers, predictedAnswers, type PredictedAnswers } from './answers';
import { baselinesOf, statedW } from './baselines';
import {
  distributionOf,
  intervalsByCode,
  predictedDistribution,
  sharesByCode,
  type Distribution,
} from './distribution';
import { floorOf } from './floor';
import type { HumanCells } from './humanCells';
import { levelsOf, type Levels } from './levels';
import type { CellEvaluation, W1 } from './types';

/** One question in one condition, with what is known about it. */
export interface CellInput {
  readonly study: Study;
  readonly outcome: Outcome;
  readonly condition: Condition;
  readonly records: readonly AnswerRecord[];
  readonly human: HumanCells | undefined;
  readonly weightOf: ReadonlyMap<string, number>;
}

type Measures = Pick<
  CellEvaluation,
  'w1' | 'floor' | 'tvd' | 'js' | 'ks' | 'meanDifference' | 'sdRatio' | 'entropyRatio' | 'baselines'
>;

const nothingMeasured: Measures = {
  w1: null,
  floor: null,
  tvd: null,
  js: null,
  ks: null,
  meanDifference: null,
  sdRatio: null,
  entropyRatio: null,
  baselines: {},
};

/**
 * The evaluation of a cell: predicted shares alone without human data; distances where the scale has them (nominal
 * scales have no order, unbounded ones no stated range).
 * @throws VignetteError those of `predictedAnswers`.
 */
export function evaluateCell(input: CellInput): CellEvaluation {
  const { outcome, condition, human } = input;
  const scale = singleScale(outcomeIn(input.study, outcome.id, condition.id).scale, outcome.id);
  const seen = human && observedAnswers(human.rowsOf(condition.id), outcome, scale);
  const answered = predictedAnswers(input.records, scale, input.weightOf);
  const levels = levelsOf(scale, [...(seen?.values ?? []), ...answered.answers.values]);
  const observed = seen && distributionOf(seen, levels.codes);
  const predicted = predictedDistribution(answered, levels);
  return {
    condition: condition.id,
    conditionLabel: condition.label,
    outcome: outcome.id,
    item: null,
    type: levels.type,
    range: levels.range,
    levels: levels.codes,
    labels: levels.labels,
    nObserved: observed?.n ?? 0,
    nEffective: observed?.nEff ?? 0,
    nPredicted: predicted?.n ?? 0,
    observed: observed ? sharesByCode(levels.codes, observed.shares) : {},
    observedIntervals: observed ? intervalsByCode(levels.codes, observed) : {},
    predicted: predicted ? sharesByCode(levels.codes, predicted.shares) : {},
    ...measures(input, levels, observed, predicted),
    ...quality(answered),
  };
}

function quality(answered: PredictedAnswers): Pick<CellEvaluation, 'parseRate' | 'mass'> {
  const parseRate = answered.asked === 0 ? 1 : (answered.asked - answered.failed) / answered.asked;
  return { parseRate, mass: answered.mass };
}

function measures(
  input: CellInput,
  levels: Levels,
  observed: Distribution | undefined,
  predicted: Distribution | undefined,
): Measures {
  if (observed === undefined || input.human === undefined) return nothingMeasured;
  const baselines = baselinesOf(input.human, input.outcome, input.condition.id, levels, observed);
  if (predicted === undefined) return { ...nothingMeasured, baselines };
  return {
    ...nothingMeasured,
    ...(levels.closed ? divergences(observed.shares, predicted.shares) : {}),
    ...(levels.type === 'nominal' ? {} : ordered(input, levels, observed, predicted)),
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
function ordered(input: CellInput, levels: Levels, observed: Distribution, predicted: Distribution) {
  const human = { values: levels.codes, weights: observed.shares };
  const model = { values: levels.codes, weights: predicted.shares };
  const observedMoments = weightedMoments(human);
  const predictedMoments = weightedMoments(model);
  const spread = observedMoments.sdPopulation;
  const w1: W1 = {
    stated: statedW(levels, observed.shares, predicted.shares),
    observed: wasserstein('observed', human, model, levels.range),
    observedClipped: wasserstein('observedClipped', human, model, levels.range),
    raw: wasserstein('raw', human, model, levels.range),
  };
  const key = [input.study.id, input.outcome.id, input.condition.id];
  return {
    w1,
    floor:
      levels.range === null || w1.stated === null
        ? null
        : floorOf(levels, levels.range, observed, predicted, w1.stated, key),
    ks: kolmogorovSmirnov(human, model),
    meanDifference: predictedMoments.mean - observedMoments.mean,
    sdRatio: spread > 0 ? predictedMoments.sdPopulation / spread : null,
    entropyRatio: levels.closed ? entropyRatio(observed.shares, predicted.shares) : null,
  };
}
