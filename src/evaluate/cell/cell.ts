import type { AnswerRecord } from '../../simulate/types';
import { outcomeIn, variantOf } from '../../study/render';
import type { Condition, Outcome, Study } from '../../study/types';
import { observedAnswers, predictedAnswers, type Answers, type PredictedAnswers } from '../answers';
import type { HumanCells } from '../humanCells';
import { requireScored } from '../scored';
import type { CellEvaluation } from '../types';
import {
  distributionOf,
  intervalsByCode,
  predictedDistribution,
  sharesByCode,
  type Distribution,
} from './distribution';
import { levelsOf, type Levels } from './levels';
import { measuresOf } from './measures';
import { sensitivityOf } from './sensitivity';

/** One question in one condition about one item, with what is known about it. */
export interface CellInput {
  readonly study: Study;
  readonly outcome: Outcome;
  readonly condition: Condition;
  /** Null where the study has no items. */
  readonly item: string | null;
  readonly records: readonly AnswerRecord[];
  readonly human: HumanCells | undefined;
  readonly weightOf: ReadonlyMap<string, number>;
}

/** Answers that are ready to be compared, of a question or of a score. */
export interface ReadyCell {
  readonly about: Pick<CellEvaluation, 'condition' | 'conditionLabel' | 'outcome' | 'item'>;
  readonly levels: Levels;
  readonly seen: Answers | undefined;
  readonly answered: PredictedAnswers;
  /** The human answers in the other conditions. */
  readonly pool: () => Answers;
  /** The right answers; empty where none is declared. */
  readonly correct: readonly number[];
  /** What the seeded draws depend on beside the data. */
  readonly key: readonly string[];
  readonly sensitivity: CellEvaluation['sensitivity'];
}

/**
 * The evaluation of a cell: predicted shares alone without human data; distances where the scale has them (nominal
 * scales have no order, unbounded ones no stated range).
 * @throws VignetteError those of `predictedAnswers`.
 */
export function evaluateCell(input: CellInput): CellEvaluation {
  const { study, outcome, condition, item, human } = input;
  const scale = requireScored(outcomeIn(study, outcome.id, condition.id, [], item).scale, outcome.id);
  const seen = human && observedAnswers(human.rowsOf(condition.id, item), outcome, scale);
  const answered = predictedAnswers(input.records, scale, input.weightOf);
  const levels = levelsOf(scale, [...(seen?.values ?? []), ...answered.answers.values]);
  const key = [study.id, outcome.id, condition.id, ...(item === null ? [] : [item])];
  return evaluateReady({
    about: { condition: condition.id, conditionLabel: condition.label, outcome: outcome.id, item },
    levels,
    seen,
    answered,
    pool: () => otherConditions(input),
    correct: outcome.correct,
    key,
    sensitivity: sensitivityOf(input.records, scale, levels, { weightOf: input.weightOf, key }),
  });
}

/** The evaluation of answers on known levels. */
export function evaluateReady(ready: ReadyCell): CellEvaluation {
  const { about, levels, seen, answered, correct } = ready;
  const observed = seen && distributionOf(seen, levels.codes);
  const predicted = predictedDistribution(answered, levels);
  return {
    ...about,
    type: levels.type,
    range: levels.range,
    transform: levels.transform,
    levels: levels.codes,
    labels: levels.labels,
    nObserved: observed?.n ?? 0,
    nEffective: observed?.nEff ?? 0,
    nPredicted: predicted?.n ?? 0,
    observed: observed ? sharesByCode(levels.codes, observed.shares) : {},
    observedIntervals: observed ? intervalsByCode(levels.codes, observed) : {},
    predicted: predicted ? sharesByCode(levels.codes, predicted.shares) : {},
    ...measuresOf(levels, observed, predicted, ready.pool, ready.key),
    correct: correct.length === 0 ? null : rightShares(correct, levels, observed, predicted),
    ...quality(answered),
    sensitivity: ready.sensitivity,
  };
}

function quality(answered: PredictedAnswers): Pick<CellEvaluation, 'parseRate' | 'mass'> {
  const parseRate = answered.asked === 0 ? 1 : (answered.asked - answered.failed) / answered.asked;
  return { parseRate, mass: answered.mass };
}

/** The shares of the right answers. */
function rightShares(
  correct: readonly number[],
  { codes }: Levels,
  observed: Distribution | undefined,
  predicted: Distribution | undefined,
): NonNullable<CellEvaluation['correct']> {
  const share = (of: Distribution | undefined) =>
    of === undefined
      ? null
      : codes.reduce((sum, code, place) => sum + (correct.includes(code) ? (of.shares[place] ?? 0) : 0), 0);
  return { observed: share(observed), predicted: share(predicted) };
}

/** The human answers to this question in all other conditions, about the same item. */
function otherConditions({ human, outcome, condition, item }: CellInput): Answers {
  const pools = outcome.ask.flatMap((other) => {
    if (human === undefined || other === condition.id) return [];
    const scale = requireScored(variantOf(outcome, other).scale, outcome.id);
    return [observedAnswers(human.rowsOf(other, item), outcome, scale)];
  });
  return {
    values: pools.flatMap(({ values }) => values),
    weights: pools.flatMap(({ weights }) => weights),
    people: pools.flatMap(({ people }) => people),
  };
}
