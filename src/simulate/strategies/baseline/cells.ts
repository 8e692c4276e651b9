import type { Person } from '../../../data/types';
import { codesOf } from '../../../study/scales';
import { cellKey } from '../../cellId';
import type { Task } from '../../types';
import { sharesAt } from './elsewhere';
import type { Elsewhere, SharesOf } from './types';

/** Answers that a demographic cell must have before its shares are used. */
const fewest = 10;

/**
 * The weighted shares among people of the other conditions with the same profile. While fewer than ten of them answered,
 * the field with the most different values among those left is dropped (of equal ones the later); with no field left
 * everyone counts, as in `pooled`.
 */
export function cellsBaseline(others: (task: Task) => Elsewhere): SharesOf {
  const byCell = new Map<string, (person: Person) => readonly number[] | undefined>();
  return (task) => {
    const key = cellKey(task);
    const find = byCell.get(key) ?? sharesByProfile(others(task), codesOf(task.scale).length);
    byCell.set(key, find);
    return find(task.person);
  };
}

function sharesByProfile(seen: Elsewhere, codes: number): (person: Person) => readonly number[] | undefined {
  const columns = byFineness(seen.people);
  const everyone = sharesAt(seen, codes);
  const known = new Map<string, readonly number[] | undefined>();
  return (person) => {
    const own = valuesOf(person);
    const key = JSON.stringify(columns.map((column) => own.get(column) ?? null));
    if (!known.has(key)) known.set(key, backingOff(seen, codes, columns, own) ?? everyone);
    return known.get(key);
  };
}

function backingOff(
  seen: Elsewhere,
  codes: number,
  columns: readonly string[],
  own: ReadonlyMap<string, string>,
): readonly number[] | undefined {
  const profiles = new Map(seen.people.map((person) => [person, valuesOf(person)]));
  for (let dropped = 0; dropped < columns.length; dropped += 1) {
    const kept = columns.slice(dropped);
    const same = new Set(
      seen.people.filter((person) =>
        kept.every((column) => profiles.get(person)?.get(column) === own.get(column)),
      ),
    );
    const answers = seen.people.filter((person) => same.has(person)).length;
    if (answers >= fewest) return sharesAt(seen, codes, (person) => same.has(person));
  }
  return undefined;
}

/** Profile columns, those with the most different values first; of equal ones the later first. */
function byFineness(people: readonly Person[]): readonly string[] {
  const values = new Map<string, Set<string>>();
  for (const person of people)
    for (const { column, value } of person.profile) {
      const own = values.get(column) ?? new Set<string>();
      values.set(column, own.add(value));
    }
  return [...values.entries()]
    .reverse()
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([column]) => column);
}

function valuesOf({ profile }: Person): ReadonlyMap<string, string> {
  return new Map(profile.map(({ column, value }) => [column, value]));
}
