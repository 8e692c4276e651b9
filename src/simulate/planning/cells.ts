import type { HumanData, Person } from '../../data/types';
import { variantOf } from '../../study/render';
import type { Scale } from '../../study/types';
import type { CellId } from '../cellId';
import type { RunSettings, Task } from '../types';
import { drawnProfiles, humanTasks, requireDrawable } from './profiles';
import type { CellName } from './selection';
import { evenSlots, unevenSlots, type Slots } from './slots';

export interface PlanCell extends CellId {
  readonly scale: Scale;
  /** How many are asked for. */
  readonly answers: number;
}

/** A cell with who is asked in it, and how often. */
export interface Cell extends PlanCell {
  /** Places in `people`, ascending. */
  readonly who: Uint32Array;
  /** Answers of a person, at most. */
  readonly draws: number;
  readonly slots: Slots;
  readonly profiles: (person: number, draw: number) => Task['profiles'];
}

/**
 * The cells of a plan. A conjoint's tasks are those that people had in reality where they are replayed, else drawn.
 * @param asked places in `people`, a list a cell. @param human whose tasks are replayed; undefined for none.
 * @throws VignetteError `plan/restrict`.
 */
export function planCells(
  names: readonly CellName[],
  asked: readonly Uint32Array[],
  people: readonly Person[],
  settings: RunSettings,
  human: HumanData | undefined,
): readonly Cell[] {
  const replayed = humanTasks(human);
  return names.map(({ condition, outcome, item }, i) => {
    const { scale } = variantOf(outcome, condition);
    const name = { condition, outcome: outcome.id, item, scale };
    const who = asked[i] ?? new Uint32Array();
    const given = (person: number): readonly NonNullable<Task['profiles']>[] =>
      scale.type === 'choice' ? replayed(people[person] as Person, name) : [];
    const most = who.reduce((longest, person) => Math.max(longest, given(person).length), 0);
    const tasks = scale.type === 'choice' ? Math.max(most, scale.tasks) : 1;
    const draws = settings.draws * tasks;
    const slots =
      most === 0
        ? evenSlots(who, draws)
        : unevenSlots(who, settings.draws, tasks, (person) => given(person).length);
    if (scale.type === 'choice') requireDrawable(scale, outcome.id);
    const profiles = (person: number, draw: number): Task['profiles'] => {
      if (scale.type !== 'choice') return undefined;
      const at = { person: people[person] as Person, outcome: outcome.id, item, draw };
      return given(person)[draw % tasks] ?? drawnProfiles(scale, settings.seed, at);
    };
    return { ...name, answers: slots.count, who, draws, slots, profiles };
  });
}

/** The first answer of a person in a cell, options as the scale has them. */
export function plainTask(
  index: number,
  person: Person,
  { condition, outcome, item, scale }: CellId & Pick<Task, 'scale'>,
): Task {
  return {
    index,
    person,
    condition,
    outcome,
    item,
    scale,
    draw: 0,
    order: undefined,
    frame: 0,
    profiles: undefined,
  };
}
