/**
 * Association of two nominal variables, 0 … 1, corrected for the chance association of sparse tables: 1 where one tells
 * the other, about 0 for independent ones, whatever the size of the table. Rows and columns without counts do not
 * matter; 0 with fewer than two of either.
 *
 * φ² = Σ (n_ij − e_ij)² / (e_ij n), φ̃² = max(0, φ² − (r−1)(c−1)/(m−1)), r̃ = r − (r−1)²/(m−1), c̃ likewise,
 * V = √(φ̃² / min(r̃−1, c̃−1)), with m independent observations among the n counted (Bergsma 2013, J. Korean
 * Stat. Soc. 42, 323–328, where m = n).
 *
 * @param table counts, one list a row, all of one length.
 * @param independent m; rows of one person are no independent observations. At most n counts.
 */
export function cramersV(table: readonly (readonly number[])[], independent = Infinity): number {
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)));
  const n = sum(rows);
  const m = Math.min(n, independent);
  const [r, c] = [filled(rows), filled(columns)];
  if (r < 2 || c < 2 || m < 2) return 0;
  const squares = table.flatMap((row, i) =>
    row.map((count, j) => {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / n;
      return expected === 0 ? 0 : (count - expected) ** 2 / expected;
    }),
  );
  const corrected = Math.max(0, sum(squares) / n - ((r - 1) * (c - 1)) / (m - 1));
  const smaller = Math.min(r - (r - 1) ** 2 / (m - 1), c - (c - 1) ** 2 / (m - 1)) - 1;
  return smaller <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / smaller));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function filled(counts: readonly number[]): number {
  return counts.filter((count) => count > 0).length;
}
