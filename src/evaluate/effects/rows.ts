import type { HumanData, Person, ProfileEntry } from '../../data/types';
import type { AnswerRecord } from '../../simulate/types';
import { codesOf } from '../../study/scales';
import { variantOf } from '../../study/render';
import type { Outcome, SingleScale } from '../../study/types';
import { groupBy } from '../../util/group';
import { isSubstantive } from '../cell/levels';
import { requireScored, scoredAnswer } from '../scored';

/** One answer as effects see it. */
export interface EffectRow {
  readonly person: string;
  readonly condition: string;
  readonly item: string | null;
  /** The answer; of a share 1 or 0, or its probability. */
  readonly value: number;
  /** Of the person, 0 or more. */
  readonly weight: number;
  /** What the answer counts beside: 1, of probabilities their mass on substantive answers. */
  readonly mass: number;
  readonly profile: readonly ProfileEntry[];
}

/** The rows of an outcome by condition. */
export type RowsByCondition = ReadonlyMap<string, readonly EffectRow[]>;

/** What is averaged: the answers, or whether they are among these codes. */
export type Share = readonly number[];

/** The substantive human answers to an outcome. */
export function observedRows(human: HumanData, outcome: Outcome, share: Share): RowsByCondition {
  const scaleOf = scales(outcome);
  const rows = human.rows.flatMap((row): EffectRow[] => {
    const { person, condition, item } = row;
    const code = scoredAnswer(row, outcome.id);
    const scale = scaleOf(condition);
    if (code === undefined || scale === undefined || !isSubstantive(scale, code)) return [];
    return [rowOf(person, condition, item, valueOf(code, share), 1)];
  });
  return groupBy(rows, ({ condition }) => condition);
}

/**
 * The predictions of an outcome: where an answer has probabilities its expectation over the substantive codes, weighted
 * with their mass, else the drawn code.
 */
export function predictedRows(
  records: readonly AnswerRecord[],
  outcome: Outcome,
  share: Share,
  people: ReadonlyMap<string, Person>,
): RowsByCondition {
  const scaleOf = scales(outcome);
  const rows = records.flatMap(({ person: id, condition, item, result, outcome: of }): EffectRow[] => {
    const scale = of === outcome.id ? scaleOf(condition) : undefined;
    if (scale === undefined || result.kind !== 'answer') return [];
    const person = people.get(id) ?? { id, weight: 1, profile: [] };
    const { code, probabilities } = result;
    const expected = probabilities && expectation(codesOf(scale), probabilities, share);
    if (expected !== undefined) return [rowOf(person, condition, item, expected.value, expected.mass)];
    return isSubstantive(scale, code) ? [rowOf(person, condition, item, valueOf(code, share), 1)] : [];
  });
  return groupBy(rows, ({ condition }) => condition);
}

/** The scale in each condition that asks the outcome. */
function scales(outcome: Outcome): (condition: string) => SingleScale | undefined {
  const byCondition = new Map(
    outcome.ask.map((condition) => [
      condition,
      requireScored(variantOf(outcome, condition).scale, outcome.id),
    ]),
  );
  return (condition) => byCondition.get(condition);
}

function rowOf(
  { id, weight, profile }: Person,
  condition: string,
  item: string | null,
  value: number,
  mass: number,
): EffectRow {
  return { person: id, condition, item, value, weight, mass, profile };
}

function valueOf(code: number, share: Share): number {
  return share.length === 0 ? code : Number(share.includes(code));
}

function expectation(
  codes: readonly number[],
  probabilities: readonly number[],
  share: Share,
): { readonly value: number; readonly mass: number } | undefined {
  let mass = 0;
  let sum = 0;
  for (const [place, code] of codes.entries()) {
    const probability = probabilities[place] ?? 0;
    mass += probability;
    sum += probability * valueOf(code, share);
  }
  return mass > 0 ? { value: sum / mass, mass } : undefined;
}
