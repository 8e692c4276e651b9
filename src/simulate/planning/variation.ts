import type { Person } from '../../data/types';
import { labelledOptions } from '../../study/scales';
import type { Scale } from '../../study/types';
import { rng, type Rng } from '../../util/rng';
import type { RunSettings, Task } from '../types';
import { samplingOrder } from './people';

/** What of a task varies between people and draws, the scale being that of the cell. */
export interface Variation {
  order(task: Pick<Task, 'outcome' | 'item' | 'scale'>, person: number, draw: number): Task['order'];
  frame(person: number, draw: number): number;
}

/**
 * In which order people read options, and in which frame they are asked. `both` turns the options around for every second
 * person of an order drawn by the seed, and so for every second draw of a person; frames are taken in turn alike, crossed
 * with `both`. Neither depends on the condition, nor on how many people are sampled.
 */
export function variationOf(people: readonly Person[], settings: RunSettings): Variation {
  const { seed, orders, frames } = settings;
  const turns = orders === 'both' || frames > 1 ? drawnTurns(people, seed) : new Uint32Array();
  const turn = (person: number, draw: number): number => (turns[person] ?? 0) + draw;
  return {
    order: ({ outcome, item, scale }, person, draw) => {
      if (orders === 'forward' || !hasOrder(scale)) return undefined;
      const codes = labelledOptions(scale).map(({ code }) => code);
      if (orders === 'permuted')
        return shuffled(codes, rng('order', seed, people[person]?.id ?? '', outcome, item ?? '', draw));
      return orders === 'reversed' || turn(person, draw) % 2 === 1 ? codes.reverse() : undefined;
    },
    frame: (person, draw) =>
      frames === 1 ? 0 : Math.floor(turn(person, draw) / (orders === 'both' ? 2 : 1)) % frames,
  };
}

/** Scales whose options are read as a list. */
function hasOrder(scale: Scale): boolean {
  return scale.type !== 'numeric' && labelledOptions(scale).length > 1;
}

/**
 * Each person's place in the order in which people come into a sample, by place in `people`: turns are even in any
 * sample, and stay when it grows.
 */
function drawnTurns(people: readonly Person[], seed: number): Uint32Array {
  const turns = new Uint32Array(people.length);
  for (const [turn, place] of samplingOrder(people, seed).entries()) turns[place] = turn;
  return turns;
}

function shuffled(codes: readonly number[], random: Rng): readonly number[] {
  const list = [...codes];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [list[last], list[other]] = [list[other] as number, list[last] as number];
  }
  return list;
}
