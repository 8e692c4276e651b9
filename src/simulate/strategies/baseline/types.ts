import type { Person } from '../../../data/types';
import type { Task } from '../../types';

/** Shares over the codes of the task's scale, in its order; undefined where there is nothing to tell them from. */
export type SharesOf = (task: Task) => readonly number[] | undefined;

/** What people answered to a task's outcome and item in the conditions that are not the task's. */
export interface Elsewhere {
  readonly people: readonly Person[];
  /** Places among the codes of the task's scale; answers that are none of them are left out. */
  readonly places: readonly number[];
}
