import { VignetteError } from '../../util/errors';
import type { AnswerPart, HumanRow, Person } from '../types';
import { numberIn } from '../values';

/** The answers of one row of a data file. */
export interface Answers {
  readonly answers: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, readonly AnswerPart[]>;
  readonly texts: ReadonlyMap<string, string>;
}

/** What became of the answers of a row: some are new, or all were there already, the same or others. */
export type Gathered = 'new' | 'same' | 'differs';

/** People and their rows as they are gathered; both in file order. */
export interface People {
  /** The person of an id, undefined until the first row. */
  find(id: string): Person | undefined;
  add(person: Person): Person;
  /** Adds answers to the row of a person in a cell; those that are there already stay. */
  answer(
    person: Person,
    cell: { readonly condition: string; readonly item: string | null },
    found: Answers,
  ): Gathered;
  readonly people: readonly Person[];
  readonly rows: readonly GatheredRow[];
}

/** A row that still grows. */
export interface GatheredRow extends HumanRow {
  readonly answers: Map<string, number>;
  readonly parts: Map<string, readonly AnswerPart[]>;
  readonly texts: Map<string, string>;
}

export function gatherPeople(): People {
  const byId = new Map<string, Person>();
  const people: Person[] = [];
  const rows: GatheredRow[] = [];
  const byCell = new Map<string, Map<Person, GatheredRow>>();

  function rowsOf(condition: string, item: string | null): Map<Person, GatheredRow> {
    const key = JSON.stringify([condition, item]);
    const known = byCell.get(key) ?? new Map<Person, GatheredRow>();
    byCell.set(key, known);
    return known;
  }

  return {
    people,
    rows,
    find: (id) => byId.get(id),
    add: (person) => {
      byId.set(person.id, person);
      people.push(person);
      return person;
    },
    answer: (person, { condition, item }, found) => {
      const known = rowsOf(condition, item);
      const row = known.get(person);
      if (row) return merged(row, found);
      const made = {
        person,
        condition,
        item,
        answers: new Map(found.answers),
        parts: new Map(found.parts),
        texts: new Map(found.texts),
      };
      known.set(person, made);
      rows.push(made);
      return 'new';
    },
  };
}

function merged(row: GatheredRow, found: Answers): Gathered {
  const states = [
    ...mergedMap(row.answers, found.answers),
    ...mergedMap(row.parts, found.parts),
    ...mergedMap(row.texts, found.texts),
  ];
  if (states.includes('differs')) return 'differs';
  return states.length === 0 || states.includes('same') ? 'same' : 'new';
}

function mergedMap<T>(into: Map<string, T>, from: ReadonlyMap<string, T>): readonly Gathered[] {
  return [...from].map(([outcome, value]) => {
    const known = into.get(outcome);
    if (known === undefined) {
      into.set(outcome, value);
      return 'new';
    }
    return JSON.stringify(known) === JSON.stringify(value) ? 'same' : 'differs';
  });
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
