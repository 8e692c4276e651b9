import type { HumanData, Person } from '../../data/types';
import { cellKey } from '../cellId';
import type { RunSettings } from '../types';
import type { CellName } from './selection';

/**
 * Who is asked in each cell, as ascending places in `people`. With `data` a person is asked what that person answered in reality;
 * a cell that nobody of the data answered (a new condition, a new question) is asked of everyone.
 */
export function askedPeople(
  human: HumanData | undefined,
  people: readonly Person[],
  cells: readonly CellName[],
  assign: RunSettings['assign'],
): readonly Uint32Array[] {
  const everyone = Uint32Array.from(people, (_, place) => place);
  if (assign === 'all' || human === undefined) return cells.map(() => everyone);
  const places = new Map(people.map((person, place) => [person, place]));
  const answered = new Map(cells.map((cell) => [keyOf(cell), [] as number[]]));
  const seen = new Set<string>();
  for (const { person, condition, item, answers } of human.rows) {
    const place = places.get(person);
    for (const outcome of answers.keys()) {
      const key = cellKey({ condition, outcome, item });
      seen.add(key);
      if (place !== undefined) answered.get(key)?.push(place);
    }
  }
  return cells.map((cell) => {
    const key = keyOf(cell);
    return seen.has(key) ? Uint32Array.from(answered.get(key) ?? []).sort() : everyone;
  });
}

function keyOf({ condition, outcome, item }: CellName): string {
  return cellKey({ condition, outcome: outcome.id, item });
}
