import type { HumanRow, Person } from '../data/types';
import type { AnswerRecord } from '../simulate/types';
import type { Sample } from '../stats/sample';
import { codesOf } from '../study/scales';
import type { Outcome, SingleScale } from '../study/types';
import { isSubstantive } from './cell/levels';
import { changedStudy } from './changedStudy';
import { scoredAnswer } from './scored';

/** Answers of people to one question in one condition, one entry an answer. */
export interface Answers extends Sample {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly people: readonly string[];
}

/** Probabilities of the codes of a scale, in its order. */
export interface WeightedVector {
  readonly weight: number;
  readonly probabilities: readonly number[];
}

/** What a model answered in a cell. */
export interface PredictedAnswers {
  /** Substantive codes with the weights of their people, in plan order. */
  readonly answers: Answers;
  /** One vector an answer, "don't know" answers too; undefined unless every answer has one. */
  readonly vectors: readonly WeightedVector[] | undefined;
  readonly asked: number;
  readonly failed: number;
  /** Mean probability mass on the options; null where the strategy has none. */
  readonly mass: number | null;
}

/** The substantive human answers to an outcome in the rows of one cell, those with a weight of 0 left out. */
export function observedAnswers(rows: readonly HumanRow[], outcome: Outcome, scale: SingleScale): Answers {
  const values: number[] = [];
  const weights: number[] = [];
  const people: string[] = [];
  for (const row of rows) {
    const answer = scoredAnswer(row, outcome.id);
    if (answer === undefined || !isSubstantive(scale, answer) || !(row.person.weight > 0)) continue;
    values.push(answer);
    weights.push(row.person.weight);
    people.push(row.person.id);
  }
  return { values, weights, people };
}

/** The weight of each person by id, for predictions carry the weights of their humans. */
export function weightsOf(people: readonly Person[]): ReadonlyMap<string, number> {
  return new Map(people.map((person) => [person.id, person.weight]));
}

/**
 * The predictions of a cell from its records.
 * @throws VignetteError `evaluate/probabilities` when a record has another number of probabilities than the scale codes.
 */
export function predictedAnswers(
  records: readonly AnswerRecord[],
  scale: SingleScale,
  weightOf: ReadonlyMap<string, number>,
): PredictedAnswers {
  const values: number[] = [];
  const weights: number[] = [];
  const people: string[] = [];
  const vectors: WeightedVector[] = [];
  const masses: number[] = [];
  let answered = 0;
  for (const { result, person } of records) {
    const weight = weightOf.get(person) ?? 1;
    if (result.kind !== 'answer') continue;
    answered += 1;
    if (result.mass !== undefined) masses.push(result.mass);
    if (result.probabilities !== undefined) {
      vectors.push({ weight, probabilities: checkedVector(result.probabilities, scale) });
    }
    if (!isSubstantive(scale, result.code) || !(weight > 0)) continue;
    values.push(result.code);
    weights.push(weight);
    people.push(person);
  }
  return {
    answers: { values, weights, people },
    vectors: answered > 0 && vectors.length === answered ? vectors : undefined,
    asked: records.length,
    failed: records.length - answered,
    mass: masses.length === 0 ? null : masses.reduce((sum, mass) => sum + mass, 0) / masses.length,
  };
}

/** The probabilities of the codes; a "don't know" that was offered stands after them and is left out. */
function checkedVector(probabilities: readonly number[], scale: SingleScale): readonly number[] {
  const count = codesOf(scale).length;
  const offered = scale.dontKnow === undefined ? count : count + 1;
  if (probabilities.length === count || probabilities.length === offered)
    return probabilities.slice(0, count);
  throw changedStudy(`An answer has ${probabilities.length} probabilities for ${count} options.`);
}
