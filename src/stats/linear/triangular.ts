/** A lower triangular factor of a symmetric matrix, over the columns that are no combination of earlier ones. */
export interface Factor {
  /** Rows of L with A = L Lᵀ, of the kept columns only. */
  readonly lower: readonly (readonly number[])[];
  /** Places of the kept columns in A. */
  readonly kept: readonly number[];
}

/** Below this part of its own square a column counts as a combination of earlier ones. */
const collinear = 1e-9;

/** Cholesky's factor of a symmetric matrix of cross products that may be singular: dependent columns are left out. */
export function choleskyFactor(matrix: readonly (readonly number[])[]): Factor {
  const lower: number[][] = [];
  const kept: number[] = [];
  for (const [column, row] of matrix.entries()) {
    const solved = forward(
      lower,
      kept.map((place) => row[place] ?? 0),
    );
    const own = row[column] ?? 0;
    const left = own - solved.reduce((sum, value) => sum + value * value, 0);
    if (!(left > collinear * own)) continue;
    lower.push([...solved, Math.sqrt(left)]);
    kept.push(column);
  }
  return { lower, kept };
}

/** x with L x = b. */
export function forward(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solved: number[] = [];
  for (let row = 0; row < lower.length; row += 1) {
    const values = lower[row] ?? [];
    let rest = right[row] ?? 0;
    for (let column = 0; column < row; column += 1) rest -= (values[column] ?? 0) * (solved[column] ?? 0);
    solved.push(rest / (values[row] ?? 1));
  }
  return solved;
}
