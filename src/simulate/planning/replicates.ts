import type { Task } from '../types';
import type { Likeness } from './likeness';

/** The first answers of a group of cells with the same messages. */
interface Ranks {
  /** k of each person's first answer: a map a cell, by place in `people`. */
  readonly of: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** How many first answers there are of each persona. */
  readonly alike: ReadonlyMap<number, number>;
}

/** Cells as far as likeness follows from them; `group` is equal where the messages are. */
export interface CountedCell {
  readonly who: Uint32Array;
  readonly group: number;
  /** Answers of a person, at most. */
  readonly draws: number;
}

/**
 * Tells how alike tasks are: people of equal personas in cells of equal messages get equal messages, unless order, frame,
 * profiles or examples differ. Draws come after each other: those of a larger number of draws begin with those of a smaller one.
 * @param personas what the messages say of each person.
 */
export function replicateCounter(
  personas: readonly string[],
  cells: readonly CountedCell[],
  own: boolean,
): (task: Task, cell: number, person: number) => Likeness {
  const numbered = personaNumbers(personas);
  const ranks = new Map<number, Ranks>();
  return (task, cell, person) => {
    const { group, draws } = cells[cell] as CountedCell;
    const known = ranks.get(group) ?? ranksOf(cells, group, numbered.numbers);
    ranks.set(group, known);
    const number = numbered.numbers[person] ?? 0;
    const first = known.alike.get(number) ?? 1;
    return {
      persona: numbered.keys[number] ?? '',
      call: own ? `task ${task.index}` : callOf(task, group * numbered.keys.length + number),
      replicate: task.draw * first + (known.of.get(cell)?.get(person) ?? 0),
      alike: own ? 1 : first * draws,
    };
  };
}

/** A number where nothing varies between the tasks of equal personas. */
function callOf({ order, frame, profiles }: Task, plain: number): Likeness['call'] {
  if (order === undefined && frame === 0 && profiles === undefined) return plain;
  return JSON.stringify([plain, order, frame, profiles]);
}

function ranksOf(cells: readonly CountedCell[], group: number, personas: Uint32Array): Ranks {
  const alike = new Map<number, number>();
  const of = new Map<number, ReadonlyMap<number, number>>();
  for (const [cell, { who, group: its }] of cells.entries()) {
    if (its !== group) continue;
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
function personaNumbers(personas: readonly string[]): { numbers: Uint32Array; keys: readonly string[] } {
  const known = new Map<string, number>();
  const numbers = Uint32Array.from(personas, (key) => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  return { numbers, keys: [...known.keys()] };
}
