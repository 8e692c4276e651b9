import { eigenOf } from '../linear/eigen';
import { lbfgs } from '../optimise/lbfgs';
import { correlationMatrix } from './alpha';

export interface OneFactor {
  /** Correlation of each item with the factor; their sum is not negative. */
  readonly loadings: readonly number[];
  /** ω = (Σλ)² / ((Σλ)² + Σ(1 − λ²)), 0 … 1 (McDonald 1999). */
  readonly omega: number;
}

/** The least part of an item's variance that is left its own, so that a perfect item ends the search. */
const leastUnique = 0.005;

/** Below this eigenvalue an item follows from the others, and no factor is found. */
const singular = 1e-9;

/**
 * One factor of three or more items by maximum likelihood on their correlations, with ω total. The discrepancy is minimised over the
 * unique variances ψ: Σ_{j>1} (θ_j − ln θ_j) − (k − 1), θ the eigenvalues of ψ^(−½) R ψ^(−½), and λ = √ψ · √(θ₁ − 1) · v₁ (Jöreskog 1967).
 * Null with fewer than three items, where an item does not vary and where one follows from the others.
 * @param rows the answers of each respondent to all items, without gaps.
 * @throws VignetteError `stats/not-converged`.
 */
export function oneFactor(rows: readonly (readonly number[])[]): OneFactor | null {
  const k = rows[0]?.length ?? 0;
  const items = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? NaN));
  const correlations = correlationMatrix(items);
  if (k < 3 || !correlations.flat().every(Number.isFinite)) return null;
  if (Math.min(...eigenOf(correlations).values) < singular) return null;
  const psiOf = (at: Float64Array) =>
    Array.from(at, (x) => leastUnique + (1 - leastUnique) / (1 + Math.exp(-x)));
  const discrepancy = (at: Float64Array) => discrepancyOf(correlations, psiOf(at));
  const smooth = (at: Float64Array) => ({ value: discrepancy(at), gradient: slopes(discrepancy, at) });
  const found = lbfgs(smooth, new Float64Array(k), { tolerance: 1e-6 });
  const psi = psiOf(found);
  const { values, vectors } = eigenOf(scaled(correlations, psi));
  const first = values.indexOf(Math.max(...values));
  const length = Math.sqrt(Math.max(0, (values[first] ?? 1) - 1));
  const loadings = psi.map((own, item) => Math.sqrt(own) * length * (vectors[first]?.[item] ?? 0));
  const sum = loadings.reduce((so, loading) => so + loading, 0);
  const unique = loadings.reduce((so, loading) => so + 1 - loading ** 2, 0);
  return {
    loadings: sum < 0 ? loadings.map((loading) => -loading) : loadings,
    omega: sum ** 2 / (sum ** 2 + unique),
  };
}

function scaled(r: readonly (readonly number[])[], psi: readonly number[]) {
  return r.map((row, i) => row.map((value, j) => value / Math.sqrt((psi[i] ?? 1) * (psi[j] ?? 1))));
}

function discrepancyOf(r: readonly (readonly number[])[], psi: readonly number[]): number {
  const values = [...eigenOf(scaled(r, psi)).values].sort((a, b) => b - a).slice(1);
  return values.reduce((sum, value) => sum + value - Math.log(Math.max(value, Number.MIN_VALUE)) - 1, 0);
}

/** Central differences. */
function slopes(of: (at: Float64Array) => number, at: Float64Array): Float64Array {
  const step = 1e-5;
  return at.map((_, place) => {
    const moved = (by: number) => of(at.map((x, other) => (other === place ? x + by : x)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}
