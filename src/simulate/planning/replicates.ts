import type { Person } from '../../data/types';
import type { Likeness } from './likeness';

/** The tasks of a group of cells with the same messages. */
interface Ranks {
  /** k of each task: a map a cell, by place in `people`. */
  readonly of: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** How many tasks there are of each persona. */
  readonly alike: ReadonlyMap<number, number>;
}

/**
 * Tells how alike tasks are: people of equal profiles in cells of equal messages get equal messages. `groups` has a
 * number a cell, equal where the messages are.
 */
export function replicateCounter(
  people: readonly Person[],
  cells: readonly Uint32Array[],
  groups: readonly number[],
): (cell: number, person: number) => Likeness {
  const personas = personaNumbers(people);
  const ranks = new Map<number, Ranks>();
  return (cell, person) => {
    const group = groups[cell] ?? cell;
    const known = ranks.get(group) ?? ranksOf(cells, groups, group, personas.numbers);
    ranks.set(group, known);
    const number = personas.numbers[person] ?? 0;
    return {
      persona: personas.keys[number] ?? '',
      call: group * personas.keys.length + number,
      replicate: known.of.get(cell)?.get(person) ?? 0,
      alike: known.alike.get(number) ?? 1,
    };
  };
}

function ranksOf(
  cells: readonly Uint32Array[],
  groups: readonly number[],
  group: number,
  personas: Uint32Array,
): Ranks {
  const alike = new Map<number, number>();
  const of = new Map<number, ReadonlyMap<number, number>>();
  for (const [cell, who] of cells.entries()) {
    if (groups[cell] !== group) continue;
    const ranks = new Map<number, number>();
    for (const person of who) {
      const persona = personas[person] ?? 0;
      const count = alike.get(persona) ?? 0;
      ranks.set(person, count);
      alike.set(persona, count + 1);
    }
    of.set(cell, ranks);
  }
  return { of, alike };
}

/** Each person's persona as a number into the list of distinct ones. */
function personaNumbers(people: readonly Person[]): { numbers: Uint32Array; keys: readonly string[] } {
  const known = new Map<string, number>();
  const numbers = Uint32Array.from(people, ({ profile }) => {
    const key = JSON.stringify(profile.map(({ column, label, value }) => [column, label, value]));
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  return { numbers, keys: [...known.keys()] };
}
