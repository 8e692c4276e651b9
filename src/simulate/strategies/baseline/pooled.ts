import { codesOf } from '../../../study/scales';
import { cellKey } from '../../cellId';
import type { Task } from '../../types';
import { sharesAt } from './elsewhere';
import type { Elsewhere, SharesOf } from './types';

/** The weighted shares of everyone's answers in the other conditions: one distribution a cell. */
export function pooledBaseline(others: (task: Task) => Elsewhere): SharesOf {
  const known = new Map<string, readonly number[] | undefined>();
  return (task) => {
    const key = cellKey(task);
    if (!known.has(key)) known.set(key, sharesAt(others(task), codesOf(task.scale).length));
    return known.get(key);
  };
}
