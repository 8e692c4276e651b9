import { isParts, type PartsScale } from '../../data/parts';
import type { AnswerPart, HumanRow } from '../../data/types';
import type { AnswerRecord } from '../../simulate/types';
import { sharesOfTotal } from '../../stats/options/allocations';
import { completedRanks } from '../../stats/options/ranks';
import type { VectorSample } from '../../stats/options/vectors';
import type { Scale } from '../../study/types';
import { changedStudy } from '../changedStudy';

/** Answers on several options, those that name options alone, with the people who gave them. */
export interface OptionAnswers extends VectorSample {
  readonly weights: readonly number[];
  readonly people: readonly string[];
  /** Share of "don't know" among all answers by weight, 0 without any. */
  readonly dontKnow: number;
}

/** What a model answered. */
export interface PredictedOptions {
  readonly answers: OptionAnswers;
  readonly asked: number;
  readonly failed: number;
}

/** One answer by one person. */
interface Given {
  readonly person: string;
  readonly weight: number;
  readonly parts: readonly AnswerPart[];
}

/** The scale where it is answered on several options. */
export function partsScale(scale: Scale): PartsScale | undefined {
  return isParts(scale) ? scale : undefined;
}

/** The human answers to an outcome in the rows of one cell, those with a weight of 0 left out. */
export function observedOptions(
  rows: readonly HumanRow[],
  outcome: string,
  scale: PartsScale,
): OptionAnswers {
  const given = rows.flatMap(({ person: { id, weight }, parts }): Given[] => {
    const own = parts.get(outcome);
    return own === undefined ? [] : [{ person: id, weight, parts: own }];
  });
  return gathered(given, scale);
}

/**
 * The predictions of a cell from its records.
 * @throws VignetteError `evaluate/probabilities` when an answer names other options than the scale has, and those of `vectorOf`.
 */
export function predictedOptions(
  records: readonly AnswerRecord[],
  scale: PartsScale,
  weightOf: ReadonlyMap<string, number>,
): PredictedOptions {
  const given = records.flatMap(({ person, result }): Given[] =>
    result.kind === 'several' ? [{ person, weight: weightOf.get(person) ?? 1, parts: result.parts }] : [],
  );
  return {
    answers: gathered(given, scale),
    asked: records.length,
    failed: records.length - given.length,
  };
}

function gathered(given: readonly Given[], scale: PartsScale): OptionAnswers {
  const counted = given.filter(({ weight }) => weight > 0);
  const weightOf = (answers: readonly Given[]) => answers.reduce((sum, { weight }) => sum + weight, 0);
  const named = counted.filter(({ parts }) => !isDontKnow(parts, scale));
  const all = weightOf(counted);
  return {
    vectors: named.map(({ parts }) => vectorOf(parts, scale)),
    weights: named.map(({ weight }) => weight),
    people: named.map(({ person }) => person),
    dontKnow: all > 0 ? 1 - weightOf(named) / all : 0,
  };
}

/** Whether an answer is "don't know", which stands for the whole of it. */
export function isDontKnow(parts: readonly AnswerPart[], { dontKnow }: PartsScale): boolean {
  return dontKnow !== undefined && parts.length === 1 && parts[0]?.code === dontKnow.code;
}

/**
 * An answer as one number an option: ticked 1 or 0, the rank (those not ranked share the mean of the ranks left), the share
 * of the total.
 * @throws VignetteError `evaluate/probabilities` when it names other options, `stats/total-mismatch`.
 */
export function vectorOf(parts: readonly AnswerPart[], scale: PartsScale): readonly number[] {
  const values = new Map(parts.map(({ code, value }) => [code, value]));
  const codes = scale.options.map(({ code }) => code);
  if (parts.some(({ code }) => !codes.includes(code)))
    throw changedStudy(
      `An answer on the options ${[...values.keys()].join(', ')} fits no option of the study.`,
    );
  const given = codes.map((code) => values.get(code));
  if (scale.type === 'rank') return completedRanks(given);
  const amounts = given.map((value) => value ?? 0);
  if (scale.type === 'multiselect') return amounts;
  return sharesOfTotal(amounts, scale.total);
}
