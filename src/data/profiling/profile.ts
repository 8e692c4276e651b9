import { filterTest } from '../filters';
import { columnsOf, type Columns } from '../joining/columns';
import type { DataProfile, Table } from '../types';
import { cellCounts } from './cellCounts';
import { columnCounts } from './columnCounts';
import { pairTables } from './pairCounts';
import type { Counts, Wanted } from './types';
import { restrictedTo } from './wanted';

/**
 * What a data file holds, in one pass and in memory that has a bound, whatever the size of the file: of each column the
 * distinct trimmed values with counts and first rows, and the counts of `wanted`. `path` is as written in the study.
 * @throws VignetteError what reading the table throws.
 */
export async function profileTable(
  table: Table,
  path: string,
  wanted?: Wanted,
  signal?: AbortSignal,
): Promise<DataProfile> {
  const single = columnCounts(table.columns);
  const known = wanted && restrictedTo(wanted, table.columns);
  const together = known && jointCounts(known, columnsOf(table.columns));
  let rows = 0;
  for await (const cells of table.rows(signal)) {
    rows += 1;
    single.add(cells, rows);
    together?.add(cells);
  }
  return { path, rows, columns: single.profiles(), counts: together?.counts() };
}

interface JointCounts {
  add(cells: readonly string[]): void;
  counts(): Counts;
}

function jointCounts(wanted: Wanted, columns: Columns): JointCounts {
  const tests = wanted.where.map((filter) => ({
    place: columns.need(filter.column),
    passes: filterTest(filter),
  }));
  const cells = cellCounts(wanted.cells, columns);
  const pairs = pairTables(wanted.pairs, columns);
  return {
    add: (row) => {
      if (!tests.every(({ place, passes }) => passes(row[place] ?? ''))) return;
      cells?.add(row);
      pairs.add(row);
    },
    counts: () => ({ wanted, cells: cells?.counts(), pairs: pairs.counts() }),
  };
}
