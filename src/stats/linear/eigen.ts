export interface Eigen {
  readonly values: readonly number[];
  /** One vector a value, each of length 1. */
  readonly vectors: readonly (readonly number[])[];
}

const sweeps = 60;

/** Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub & Van Loan 2013, 8.5). */
export function eigenOf(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < sweeps && offDiagonal(a) > 0; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(a, vectors, p, q);
    }
  }
  return { values: a.map((row, index) => row[index] ?? 0), vectors };
}

/** The largest element off the diagonal, 0 where it is nothing beside the diagonal. */
function offDiagonal(a: readonly (readonly number[])[]): number {
  let most = 0;
  let scale = 0;
  for (const [i, row] of a.entries()) {
    for (const [j, value] of row.entries()) {
      if (i === j) scale = Math.max(scale, Math.abs(value));
      else most = Math.max(most, Math.abs(value));
    }
  }
  return most <= scale * 1e-17 ? 0 : most;
}

/** Makes a[p][q] zero; the rows of `vectors` turn with it. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const [first, second, firstVector, secondVector] = [a[p], a[q], vectors[p], vectors[q]];
  const off = first?.[q] ?? 0;
  if (off === 0 || !first || !second || !firstVector || !secondVector) return;
  const theta = ((second[q] ?? 0) - (first[p] ?? 0)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  turn(first, second, c, s);
  for (const row of a) {
    const [x, y] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  turn(firstVector, secondVector, c, s);
}

function turn(first: number[], second: number[], c: number, s: number): void {
  for (const [index, x] of first.entries()) {
    const y = second[index] ?? 0;
    first[index] = c * x - s * y;
    second[index] = s * x + c * y;
  }
}
