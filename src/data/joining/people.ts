import { VignetteError } from '../../util/errors';
import type { HumanRow, Person } from '../types';
import { numberIn } from '../values';

/** People and their rows as they are gathered; both in file order. */
export interface People {
  /** The person of an id, made by `create` the first time. */
  person(id: string, create: () => Person): Person;
  /** Adds answers to the row of a person in a condition; false when one of them was there already. */
  answer(person: Person, condition: string, answers: ReadonlyMap<string, number>): boolean;
  readonly people: readonly Person[];
  readonly rows: readonly HumanRow[];
}

export function gatherPeople(): People {
  const byId = new Map<string, Person>();
  const people: Person[] = [];
  const rows: HumanRow[] = [];
  const rowsOf = new Map<Person, { condition: string; answers: Map<string, number> }[]>();

  function person(id: string, create: () => Person): Person {
    const known = byId.get(id);
    if (known) return known;
    const made = create();
    byId.set(id, made);
    people.push(made);
    return made;
  }

  function answer(person: Person, condition: string, answers: ReadonlyMap<string, number>): boolean {
    const own = rowsOf.get(person) ?? [];
    rowsOf.set(person, own);
    const row = own.find((each) => each.condition === condition);
    if (row === undefined) {
      const made = {
        person,
        condition,
        item: null,
        answers: new Map(answers),
        parts: new Map(),
        texts: new Map(),
      };
      own.push(made);
      rows.push(made);
      return true;
    }
    const fresh = [...answers].filter(([outcome]) => !row.answers.has(outcome));
    for (const [outcome, code] of fresh) row.answers.set(outcome, code);
    return fresh.length === answers.size && answers.size > 0;
  }

  return { person, answer, people, rows };
}

/**
 * The weight in a cell, undefined for an empty one.
 * @throws VignetteError `data/weight` when it is negative or no number.
 */
export function weightIn(cell: string, row: number): number | undefined {
  if (cell.trim() === '') return undefined;
  const weight = numberIn(cell);
  if (weight !== undefined && weight >= 0) return weight;
  throw new VignetteError({
    code: 'data/weight',
    message: `The weight "${cell.trim()}" in row ${row} is not a number of 0 or more.`,
    help: 'Mend the weight column, or leave such rows out with `where`.',
    audience: 'invalid',
  });
}
