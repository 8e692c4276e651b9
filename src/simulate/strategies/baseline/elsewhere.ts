import type { HumanData, Person } from '../../../data/types';
import { codesOf } from '../../../study/scales';
import { groupBy } from '../../../util/group';
import { cellKey } from '../../cellId';
import type { Task } from '../../types';
import type { Elsewhere } from './types';

/**
 * The human answers to the outcome and item of a task in all conditions but its own, by people with a weight above 0,
 * gathered once a cell. No answer of the cell itself is among them.
 */
export function elsewhere(human: HumanData | undefined): (task: Task) => Elsewhere {
  const byItem = groupBy(human?.rows ?? [], ({ item }) => item);
  const known = new Map<string, Elsewhere>();
  return (task) => {
    const key = cellKey(task);
    const found = known.get(key) ?? gather(byItem.get(task.item) ?? [], task);
    known.set(key, found);
    return found;
  };
}

function gather(rows: HumanData['rows'], { scale, condition, outcome }: Task): Elsewhere {
  const placeOf = new Map(codesOf(scale).map((code, place) => [code, place]));
  const people: Person[] = [];
  const places: number[] = [];
  for (const row of rows) {
    const answer = row.condition === condition ? undefined : row.answers.get(outcome);
    const place = answer === undefined ? undefined : placeOf.get(answer);
    if (place === undefined || !(row.person.weight > 0)) continue;
    people.push(row.person);
    places.push(place);
  }
  return { people, places };
}

/** Weighted shares of the places, one a code; undefined without any. */
export function sharesAt(
  { people, places }: Elsewhere,
  codes: number,
  of: (person: Person) => boolean = () => true,
): readonly number[] | undefined {
  const sums = new Array<number>(codes).fill(0);
  let total = 0;
  for (const [i, person] of people.entries()) {
    if (!of(person)) continue;
    const place = places[i] ?? 0;
    sums[place] = (sums[place] ?? 0) + person.weight;
    total += person.weight;
  }
  return total > 0 ? sums.map((sum) => sum / total) : undefined;
}
