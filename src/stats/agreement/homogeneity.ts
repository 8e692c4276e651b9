import { chiSquareUpper, logChiSquareUpper } from '../distribution/chiSquare';
import { statsError } from '../errors';

export interface ChiSquareTest {
  readonly statistic: number;
  readonly p: number;
}

/** Whether groups answer alike, from their counts. The p-values hold for counts, not for weighted ones. */
export interface Homogeneity {
  /** Levels that nobody chose, which are left out. */
  readonly droppedColumns: number;
  /** (groups − 1)(levels − 1) of the levels that are left; 0 with one level. */
  readonly df: number;
  /** Null with one level. */
  readonly test:
    | (ChiSquareTest & {
        /** ln p, finite where p is too small. */
        readonly logP: number;
        /** The approximation is poor where this is below 5. */
        readonly minExpected: number;
        /** √(χ² / (n (min(groups, levels) − 1))), 0 … 1 (Cramér 1946), not corrected for chance. */
        readonly cramersV: number;
        /** Likelihood ratio 2 Σ n ln(n / e). */
        readonly g: ChiSquareTest;
        /** With the continuity correction of a 2 × 2 table (Yates 1934). */
        readonly yates: ChiSquareTest | null;
      })
    | null;
}

/**
 * Pearson's χ² test of homogeneity (Pearson 1900), without continuity correction: Σ (n − e)² / e, e = row · column / total.
 * @param rows counts of one group each, of 0 or more, all of one length.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/negative-weight`; `stats/empty-group` when a group has none.
 */
export function homogeneity(rows: readonly (readonly number[])[]): Homogeneity {
  check(rows);
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => total(rows.map((row) => row[j] ?? 0)));
  const kept = columns.flatMap((count, j) => (count > 0 ? [j] : []));
  const table = rows.map((row) => kept.map((j) => row[j] ?? 0));
  const droppedColumns = width - kept.length;
  const df = (rows.length - 1) * (kept.length - 1);
  if (df === 0) return { droppedColumns, df, test: null };
  const n = total(columns);
  const cells = table.flatMap((row) => {
    const own = total(row);
    return row.map((count, j) => ({ count, expected: (own * (columns[kept[j] ?? 0] ?? 0)) / n }));
  });
  const sum = (term: (count: number, expected: number) => number) =>
    total(cells.map(({ count, expected }) => term(count, expected)));
  const statistic = sum((count, expected) => (count - expected) ** 2 / expected);
  const ratio = sum((count, expected) => (count > 0 ? count * Math.log(count / expected) : 0));
  const corrected = () =>
    sum((count, expected) => Math.max(0, Math.abs(count - expected) - 0.5) ** 2 / expected);
  const tested = (value: number): ChiSquareTest => ({ statistic: value, p: chiSquareUpper(value, df) });
  const test = {
    ...tested(statistic),
    logP: logChiSquareUpper(statistic, df),
    minExpected: Math.min(...cells.map(({ expected }) => expected)),
    cramersV: Math.sqrt(statistic / (n * (Math.min(rows.length, kept.length) - 1))),
    g: tested(Math.max(0, 2 * ratio)),
    yates: rows.length === 2 && kept.length === 2 ? tested(corrected()) : null,
  };
  return { droppedColumns, df, test };
}

function check(rows: readonly (readonly number[])[]): void {
  if (rows.length < 2) throw statsError('empty', 'There are no two groups to compare.');
  if (rows.some((row) => row.length !== rows[0]?.length))
    throw statsError('length-mismatch', 'The groups have counts of different levels.');
  if (!rows.flat().every((count) => count >= 0 && count < Infinity))
    throw statsError('negative-weight', 'A count is negative or no number.');
  if (rows.some((row) => total(row) === 0)) throw statsError('empty-group', 'A group has no answers.');
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
