import { ownText } from '../owned';
import type { ColumnProfile, DistinctValue } from '../types';
import { numberIn } from '../values';

/** Distinct values listed a column. */
const listed = 200;

/** Distinct values counted a column; a column with more is free text or an id, whose values nobody needs. */
const countedInColumn = 20_000;

/** Distinct values counted over all columns; when they are used up, a column counts as many as are listed. */
const countedInFile = 400_000;

/** Characters of a value that is counted; a longer one is free text. */
const longest = 200;

/** Counts the distinct values of every column in memory that has a bound, whatever the size of the file. */
export interface ColumnCounts {
  /** `row` is one-based. */
  add(cells: readonly string[], row: number): void;
  profiles(): readonly ColumnProfile[];
}

interface ColumnCount {
  readonly values: Map<string, { count: number; readonly firstRow: number }>;
  more: boolean;
  empty: number;
  numeric: boolean;
}

export function columnCounts(names: readonly string[]): ColumnCounts {
  const counts = names.map((): ColumnCount => ({ values: new Map(), more: false, empty: 0, numeric: true }));
  let left = countedInFile;

  function meet(count: ColumnCount, value: string, row: number): void {
    if (count.numeric && numberIn(value) === undefined) count.numeric = false;
    const { size } = count.values;
    if (value.length > longest || size >= countedInColumn || (left <= 0 && size >= listed)) {
      count.more = true;
      return;
    }
    left -= 1;
    count.values.set(ownText(value), { count: 1, firstRow: row });
  }

  return {
    add: (cells, row) => {
      for (let i = 0; i < counts.length; i += 1) {
        const count = counts[i] as ColumnCount;
        const value = (cells[i] ?? '').trim();
        const known = value === '' ? undefined : count.values.get(value);
        if (value === '') count.empty += 1;
        else if (known) known.count += 1;
        else meet(count, value, row);
      }
    },
    profiles: () => names.map((name, i) => columnProfile(name, counts[i] as ColumnCount)),
  };
}

function columnProfile(name: string, { values, more, empty, numeric }: ColumnCount): ColumnProfile {
  const all = [...values]
    .map(([value, seen]): DistinctValue => ({ value, ...seen }))
    .sort((a, b) => b.count - a.count || a.firstRow - b.firstRow);
  return {
    name,
    distinct: all.slice(0, listed),
    different: all.length,
    more: more || all.length > listed,
    empty,
    numeric: numeric && all.length > 0,
  };
}
