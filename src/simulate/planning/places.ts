import type { Slots } from './slots';
import type { Segment } from './segments';

/** Where a task stands: its cell, the place of its person, and which of its answers it is. */
export interface Place {
  readonly cell: number;
  readonly person: number;
  readonly draw: number;
}

/** The place of a task by its index. @throws RangeError outside 0 … total − 1. */
export function placeFinder(
  slots: readonly Slots[],
  segments: readonly Segment[],
  total: number,
): (index: number) => Place {
  let latest = 0;
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= total)
      throw new RangeError(`The plan has no task ${index}.`);
    const near = segments[latest];
    if (near === undefined || index < near.start || index >= near.start + near.count)
      latest = segmentAt(segments, index);
    const { cell, from, start } = segments[latest] as Segment;
    return { cell, ...(slots[cell] as Slots).at(from + index - start) };
  };
}

function segmentAt(segments: readonly Segment[], index: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).start <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
