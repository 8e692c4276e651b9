/** A stretch of the plan that belongs to one cell: tasks `start` … `start + count − 1` are its people from `from` on. */
export interface Segment {
  readonly start: number;
  readonly cell: number;
  readonly from: number;
  readonly count: number;
}

/** People a cell before the next cell has its turn: long enough to reuse a shared beginning, short enough to interleave. */
const batch = 25;

/** The cells in turn, a batch each, until all of `sizes` is used up. */
export function segmentsOf(sizes: readonly number[]): readonly Segment[] {
  const segments: Segment[] = [];
  const longest = sizes.reduce((most, size) => Math.max(most, size), 0);
  let start = 0;
  for (let from = 0; from < longest; from += batch) {
    for (const [cell, size] of sizes.entries()) {
      const count = Math.min(batch, size - from);
      if (count <= 0) continue;
      segments.push({ start, cell, from, count });
      start += count;
    }
  }
  return segments;
}
