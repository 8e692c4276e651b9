import type { HumanData, HumanRow } from '../data/types';
import { groupBy } from '../util/group';

/** Human rows by condition and item, sorted out once. */
export interface HumanCells {
  readonly weighted: boolean;
  rowsOf(condition: string, item: string | null): readonly HumanRow[];
}

export function humanCells(human: HumanData): HumanCells {
  const byCell = groupBy(human.rows, ({ condition, item }) => keyOf(condition, item));
  return { weighted: human.weighted, rowsOf: (condition, item) => byCell.get(keyOf(condition, item)) ?? [] };
}

function keyOf(condition: string, item: string | null): string {
  return `${condition}\n${item ?? ''}`;
}
