import type { RowFilter } from '../study/types';
import { numberIn, valueKey } from './values';

/**
 * The test of one `where` key. An empty cell is in no list and in no range, so it passes `not` only.
 */
export function filterTest(filter: RowFilter): (cell: string) => boolean {
  const anyOf = filter.anyOf && new Set(filter.anyOf.map(valueKey));
  const not = filter.not && new Set(filter.not.map(valueKey));
  const { min, max } = filter;
  return (cell) => {
    const key = valueKey(cell);
    if (anyOf !== undefined && !anyOf.has(key)) return false;
    if (not?.has(key)) return false;
    if (min === undefined && max === undefined) return true;
    const value = numberIn(cell);
    return value !== undefined && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  };
}
