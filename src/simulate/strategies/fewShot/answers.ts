import type { HumanData, Person } from '../../../data/types';
import { uniformOf } from '../../../util/rng';
import { cellKey } from '../../cellId';
import type { HeldOut, HumanAnswer } from './types';

/** The answers of people, by who gave them. */
export interface AnswerBook {
  /** The person's own, by cell. */
  own(person: Person): ReadonlyMap<string, HumanAnswer>;
  /** Those of everybody who is equal in the fields of the group, by cell; the person's own not among them. */
  ofOthers(person: Person): ReadonlyMap<string, readonly HumanAnswer[]>;
}

/** All answers that are one number and are not held out, in file order. */
export function trainingAnswers(human: HumanData, heldOut: HeldOut = () => false): readonly HumanAnswer[] {
  return human.rows.flatMap(({ person, condition, item, answers }) =>
    [...answers]
      .map(([outcome, code]): HumanAnswer => ({ person, condition, outcome, item, code }))
      .filter((answer) => !heldOut(answer)),
  );
}

/** @param by columns or fields in which people are equal; empty: nobody is like another. */
export function answerBook(answers: readonly HumanAnswer[], by: readonly string[]): AnswerBook {
  const own = new Map<string, Map<string, HumanAnswer>>();
  const groups = new Map<string, Map<string, HumanAnswer[]>>();
  for (const answer of answers) {
    const key = cellKey(answer);
    entry(own, answer.person.id, () => new Map<string, HumanAnswer>()).set(key, answer);
    if (by.length === 0 || !(answer.person.weight > 0)) continue;
    const group = entry(groups, groupKey(answer.person, by), () => new Map<string, HumanAnswer[]>());
    entry(group, key, () => []).push(answer);
  }
  return {
    own: ({ id }) => own.get(id) ?? new Map<string, HumanAnswer>(),
    ofOthers: (person) =>
      (by.length === 0 ? undefined : groups.get(groupKey(person, by))) ?? new Map<string, HumanAnswer[]>(),
  };
}

/**
 * One of the answers of other people, drawn with their weights; undefined where nobody else answered. The condition that is
 * predicted is no part of the key, so that the arms are shown the same.
 */
export function oneOf(
  answers: readonly HumanAnswer[],
  person: Person,
  seed: number,
): HumanAnswer | undefined {
  const others = answers.filter((answer) => answer.person.id !== person.id);
  const [first] = others;
  if (first === undefined) return undefined;
  const total = others.reduce((sum, { person: { weight } }) => sum + weight, 0);
  let left = uniformOf('example', seed, person.id, cellKey(first)) * total;
  for (const answer of others) {
    left -= answer.person.weight;
    if (left < 0) return answer;
  }
  return others.at(-1);
}

function groupKey({ profile }: Person, by: readonly string[]): string {
  const valueOf = (name: string): string | null =>
    profile.find(({ field, column }) => field === name || column === name)?.value ?? null;
  return JSON.stringify(by.map(valueOf));
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
