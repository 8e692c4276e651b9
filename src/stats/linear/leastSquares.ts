import { statsError } from '../errors';
import { choleskyFactor, forward } from './triangular';

/** Rows of a linear model: the terms of each answer, the answer, its weight. */
export interface LinearData {
  readonly terms: readonly (readonly number[])[];
  readonly values: readonly number[];
  /** Above 0; without them each row counts once. */
  readonly weights?: readonly number[];
}

/** A fitted model in a basis in which the terms are uncorrelated and of length 1; see `combination`. */
export interface Fit {
  /** Each row in that basis, times the root of its weight. */
  readonly scores: readonly (readonly number[])[];
  /** Residuals times the root of the weight. */
  readonly residuals: readonly number[];
  /** The fit in that basis. */
  readonly solution: readonly number[];
  /** Number of terms that are no combination of earlier ones. */
  readonly rank: number;
  /** The coefficients of a sum of terms in that basis; undefined where the data do not determine it. */
  inBasis(coefficients: readonly number[]): readonly number[] | undefined;
}

/**
 * (Weighted) least squares of the values on the terms, by Cholesky's factor of the cross products: with A = L Lᵀ each row x
 * becomes z = L⁻¹ x, so that Σ z zᵀ = I and a sum c′β is (L⁻¹c)′ Σ z y. Terms that are combinations of earlier ones are left out;
 * c′β is determined where c gives each of them what it gives those earlier ones together (c in the row space; Searle 1971).
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/non-finite-value`.
 */
export function leastSquares({ terms, values, weights }: LinearData): Fit {
  if (values.length === 0) throw statsError('empty', 'There are no rows.');
  if (terms.length !== values.length || (weights !== undefined && weights.length !== values.length)) {
    throw statsError('length-mismatch', 'Rows, values and weights are not equally many.');
  }
  if (!values.every(Number.isFinite) || terms.some((row) => !row.every(Number.isFinite))) {
    throw statsError('non-finite-value', 'A term or value is not a finite number.');
  }
  const roots = values.map((_, row) => Math.sqrt(weights?.[row] ?? 1));
  const products = crossProducts(terms, roots);
  const { lower, kept } = choleskyFactor(products);
  const inKept = (of: readonly number[]) =>
    forward(
      lower,
      kept.map((place) => of[place] ?? 0),
    );
  // The terms that are left out, in the basis of those that are kept.
  const left = products.flatMap((own, place) => (kept.includes(place) ? [] : [{ place, own: inKept(own) }]));
  const scores = terms.map((row, index) =>
    forward(
      lower,
      kept.map((place) => (row[place] ?? 0) * (roots[index] ?? 0)),
    ),
  );
  const answers = values.map((value, row) => value * (roots[row] ?? 0));
  const solution = kept.map((_, term) =>
    scores.reduce((sum, z, row) => sum + (z[term] ?? 0) * (answers[row] ?? 0), 0),
  );
  return {
    scores,
    solution,
    residuals: scores.map((z, row) => (answers[row] ?? 0) - dot(z, solution)),
    rank: kept.length,
    inBasis: (coefficients) => {
      const v = inKept(coefficients);
      const determined = left.every(({ place, own }) => {
        const implied = dot(own, v);
        const size = Math.sqrt(dot(own, own) * dot(v, v));
        return Math.abs((coefficients[place] ?? 0) - implied) <= 1e-9 * (1 + size);
      });
      return determined ? v : undefined;
    },
  };
}

/** Σ aᵢ bᵢ. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function crossProducts(terms: readonly (readonly number[])[], roots: readonly number[]): readonly number[][] {
  const size = terms[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [row, values] of terms.entries()) {
    const weight = (roots[row] ?? 0) ** 2;
    for (let i = 0; i < size; i += 1) {
      const own = weight * (values[i] ?? 0);
      const into = matrix[i];
      if (own === 0 || into === undefined) continue;
      for (let j = 0; j < size; j += 1) into[j] = (into[j] ?? 0) + own * (values[j] ?? 0);
    }
  }
  return matrix;
}
