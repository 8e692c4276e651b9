import type { HumanData, HumanRow } from '../data/types';
import { groupBy } from '../util/group';

/** Human rows by condition, sorted out once. */
export interface HumanCells {
  readonly weighted: boolean;
  rowsOf(condition: string): readonly HumanRow[];
}

export function humanCells(human: HumanData): HumanCells {
  const byCondition = groupBy(human.rows, ({ condition }) => condition);
  return { weighted: human.weighted, rowsOf: (condition) => byCondition.get(condition) ?? [] };
}
