import type { ColumnProfile, DataProfile, DistinctValue, Table } from './types';
import { numberIn } from './values';

/** Distinct values listed a column. */
const listed = 200;

/** Distinct values counted a column; a column with more is free text or an id, whose values nobody needs. */
const counted = 20_000;

interface ColumnCount {
  readonly values: Map<string, { count: number; readonly firstRow: number }>;
  more: boolean;
  empty: number;
  numeric: boolean;
}

/**
 * What a data file holds, column by column, in one pass: distinct trimmed values with counts and first rows.
 * `path` is as written in the study.
 * @throws VignetteError what reading the table throws.
 */
export async function profileTable(table: Table, path: string, signal?: AbortSignal): Promise<DataProfile> {
  const counts = table.columns.map((): ColumnCount => ({
    values: new Map(),
    more: false,
    empty: 0,
    numeric: true,
  }));
  let rows = 0;
  for await (const cells of table.rows(signal)) {
    rows += 1;
    for (const [i, count] of counts.entries()) addCell(count, cells[i] ?? '', rows);
  }
  return { path, rows, columns: table.columns.map((name, i) => columnProfile(name, counts[i])) };
}

function addCell(count: ColumnCount, cell: string, row: number): void {
  const value = cell.trim();
  if (value === '') {
    count.empty += 1;
    return;
  }
  const known = count.values.get(value);
  if (known) known.count += 1;
  else {
    if (count.numeric && numberIn(value) === undefined) count.numeric = false;
    if (count.values.size < counted) count.values.set(value, { count: 1, firstRow: row });
    else count.more = true;
  }
}

function columnProfile(name: string, count: ColumnCount | undefined): ColumnProfile {
  const all = [...(count?.values ?? [])]
    .map(([value, seen]): DistinctValue => ({ value, ...seen }))
    .sort((a, b) => b.count - a.count || a.firstRow - b.firstRow);
  return {
    name,
    distinct: all.slice(0, listed),
    more: (count?.more ?? false) || all.length > listed,
    empty: count?.empty ?? 0,
    numeric: (count?.numeric ?? false) && all.length > 0,
  };
}
