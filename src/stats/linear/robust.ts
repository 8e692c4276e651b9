import { groupBy } from '../../util/group';
import { tTest, type TTest } from '../difference/welch';
import { eigenOf } from './eigen';
import { dot, type Fit } from './leastSquares';

/** Fewer clusters than these are corrected for by CR2, more by CR1. */
export const fewClusters = 50;

/** A linear combination of the coefficients of a model, with what it rests on. */
export interface Combination {
  readonly estimate: number;
  /** Null where a single row or cluster alone determines a part of it. */
  readonly se: number | null;
  /** Null without a standard error and where it is 0. */
  readonly test: TTest | null;
  readonly method: 'HC2' | 'CR1' | 'CR2';
  /** Rows, or clusters where there are any. */
  readonly n: number;
}

/** A leverage this near to 1 leaves no residual to learn from. */
const whole = 1 - 1e-9;

/**
 * c′β of rows that are independent, with HC2 (MacKinnon & White 1985): Var = Σ (v′z)² e² / (1 − z′z), v the
 * combination in the basis of the fit; t with n − rank degrees of freedom. Undefined where the data do not determine it.
 */
export function independentCombination(fit: Fit, coefficients: readonly number[]): Combination | undefined {
  const v = fit.inBasis(coefficients);
  if (v === undefined) return undefined;
  let variance: number | null = 0;
  for (const [row, z] of fit.scores.entries()) {
    const pull = dot(v, z);
    const leverage = dot(z, z);
    if (leverage > whole && pull * pull > 1e-18 * dot(v, v)) variance = null;
    if (variance === null) break;
    if (leverage <= whole) variance += (pull * (fit.residuals[row] ?? 0)) ** 2 / (1 - leverage);
  }
  return combined(fit, v, variance, fit.scores.length - fit.rank, 'HC2', fit.scores.length);
}

/** A fit whose rows come in clusters, sorted out once for all its combinations. */
export interface ClusteredFit {
  readonly fit: Fit;
  /** The places of the rows of each cluster. */
  readonly members: readonly (readonly number[])[];
  /** Σ z e of each cluster. */
  readonly scores: readonly (readonly number[])[];
}

/** @param clusters of each row. */
export function clusteredFit(fit: Fit, clusters: readonly string[]): ClusteredFit {
  const members = [...groupBy(clusters.keys(), (row) => clusters[row]).values()];
  const scores = members.map((rows) => {
    const score = new Array<number>(fit.rank).fill(0);
    for (const row of rows) addTo(score, fit.scores[row] ?? [], fit.residuals[row] ?? 0);
    return score;
  });
  return { fit, members, scores };
}

/** c′β of rows in clusters: CR2 below 50 clusters, CR1 from there on. Undefined where the data do not determine it. */
export function clusteredCombination(
  clustered: ClusteredFit,
  coefficients: readonly number[],
): Combination | undefined {
  const few = clustered.members.length < fewClusters;
  return (few ? cr2Combination : cr1Combination)(clustered, coefficients);
}

/**
 * c′β with the sandwich over clusters times G/(G − 1) · (N − 1)/(N − K) (CR1; Liang & Zeger 1986 with the usual factor),
 * t with G − 1 degrees of freedom.
 */
export function cr1Combination(
  { fit, scores }: ClusteredFit,
  coefficients: readonly number[],
): Combination | undefined {
  const v = fit.inBasis(coefficients);
  if (v === undefined) return undefined;
  const [count, rows] = [scores.length, fit.scores.length];
  if (count < 2 || rows <= fit.rank) return combined(fit, v, null, 0, 'CR1', count);
  const plain = scores.reduce((sum, score) => sum + dot(v, score) ** 2, 0);
  const factor = ((count / (count - 1)) * (rows - 1)) / (rows - fit.rank);
  return combined(fit, v, plain * factor, count - 1, 'CR1', count);
}

/**
 * c′β with CR2 and its degrees of freedom (Bell & McCaffrey 2002), on rows times the root of their weight. With S = Σ z zᵀ
 * of a cluster, its adjusted score is (I − S)^(−½) Σ z e, which equals Zᵀ(I − ZZᵀ)^(−½) e. In a balanced paired design it is
 * the paired t test.
 */
export function cr2Combination(
  clustered: ClusteredFit,
  coefficients: readonly number[],
): Combination | undefined {
  const { fit, members } = clustered;
  const v = fit.inBasis(coefficients);
  if (v === undefined) return undefined;
  if (members.length < 2) return combined(fit, v, null, 0, 'CR2', members.length);
  const { variance, df } = biasReduced(v, clustered);
  return combined(fit, v, variance, df, 'CR2', members.length);
}

/** Σ z zᵀ of some rows. */
function spreadOf({ scores, rank }: Fit, rows: readonly number[]): readonly number[][] {
  const spread = Array.from({ length: rank }, () => new Array<number>(rank).fill(0));
  for (const row of rows) {
    const z = scores[row] ?? [];
    for (const [i, into] of spread.entries()) addTo(into, z, z[i] ?? 0);
  }
  return spread;
}

/** Adds a multiple of a vector. */
function addTo(sum: number[], values: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (let place = 0; place < values.length; place += 1)
    sum[place] = (sum[place] ?? 0) + factor * (values[place] ?? 0);
}

/** CR2 and the Satterthwaite degrees of freedom of its expectation under equal variances. */
function biasReduced(
  v: readonly number[],
  { fit, members, scores }: ClusteredFit,
): { readonly variance: number | null; readonly df: number } {
  let variance = 0;
  let expected = 0;
  let own = 0;
  const shared = v.map(() => v.map(() => 0));
  for (const [cluster, rows] of members.entries()) {
    const adjusted = v.map(() => 0);
    const pull = v.map(() => 0);
    let quadratic = 0;
    const { values, vectors } = eigenOf(spreadOf(fit, rows));
    for (const [index, value] of values.entries()) {
      const direction = vectors[index] ?? [];
      const along = dot(direction, v);
      if (value > whole) {
        if (along * along > 1e-18 * dot(v, v)) return { variance: null, df: 0 };
        continue;
      }
      const factor = along / Math.sqrt(1 - value);
      quadratic += factor * factor * value;
      addTo(adjusted, direction, factor);
      addTo(pull, direction, factor * value);
    }
    variance += dot(adjusted, scores[cluster] ?? []) ** 2;
    const square = dot(pull, pull);
    expected += quadratic - square;
    own += (quadratic - square) ** 2 - square ** 2;
    for (const [i, row] of shared.entries()) addTo(row, pull, pull[i] ?? 0);
  }
  const between = shared.reduce((sum, row) => sum + dot(row, row), 0);
  return { variance, df: expected ** 2 / (own + between) };
}

function combined(
  fit: Fit,
  v: readonly number[],
  variance: number | null,
  df: number,
  method: Combination['method'],
  n: number,
): Combination {
  const estimate = dot(v, fit.solution);
  const se = variance === null || !(df > 0) ? null : Math.sqrt(variance);
  return { estimate, se, test: se === null || se === 0 ? null : tTest(estimate, se, df), method, n };
}
