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

/**
 * c′β of rows in clusters: CR2 below 50 clusters, CR1 from there on. Undefined where the data do not determine it.
 * @param clusters of each row.
 */
export function clusteredCombination(
  fit: Fit,
  coefficients: readonly number[],
  clusters: readonly string[],
): Combination | undefined {
  const few = new Set(clusters).size < fewClusters;
  return (few ? cr2Combination : cr1Combination)(fit, coefficients, clusters);
}

/**
 * c′β with the sandwich over clusters times G/(G − 1) · (N − 1)/(N − K) (CR1; Liang & Zeger 1986 with the usual factor),
 * t with G − 1 degrees of freedom.
 */
export function cr1Combination(
  fit: Fit,
  coefficients: readonly number[],
  clusters: readonly string[],
): Combination | undefined {
  const v = fit.inBasis(coefficients);
  if (v === undefined) return undefined;
  const parts = partsOf(fit, clusters);
  const [count, rows] = [parts.length, fit.scores.length];
  if (count < 2 || rows <= fit.rank) return combined(fit, v, null, 0, 'CR1', count);
  const plain = parts.reduce((sum, { score }) => sum + dot(v, score) ** 2, 0);
  const factor = ((count / (count - 1)) * (rows - 1)) / (rows - fit.rank);
  return combined(fit, v, plain * factor, count - 1, 'CR1', count);
}

/**
 * c′β with CR2 and its degrees of freedom (Bell & McCaffrey 2002), on rows times the root of their weight. With S = Σ z zᵀ
 * of a cluster, its adjusted score is (I − S)^(−½) Σ z e, which equals Zᵀ(I − ZZᵀ)^(−½) e. In a balanced paired design it is
 * the paired t test.
 */
export function cr2Combination(
  fit: Fit,
  coefficients: readonly number[],
  clusters: readonly string[],
): Combination | undefined {
  const v = fit.inBasis(coefficients);
  if (v === undefined) return undefined;
  const parts = partsOf(fit, clusters);
  if (parts.length < 2) return combined(fit, v, null, 0, 'CR2', parts.length);
  const { variance, df } = biasReduced(v, parts);
  return combined(fit, v, variance, df, 'CR2', parts.length);
}

interface Part {
  /** Σ z zᵀ of the cluster's rows. */
  readonly spread: number[][];
  /** Σ z e. */
  readonly score: number[];
}

function partsOf(fit: Fit, clusters: readonly string[]): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const [row, z] of fit.scores.entries()) {
    const cluster = clusters[row] ?? '';
    const part = parts.get(cluster) ?? { spread: z.map(() => z.map(() => 0)), score: z.map(() => 0) };
    parts.set(cluster, part);
    for (const [i, own] of z.entries()) {
      part.score[i] = (part.score[i] ?? 0) + own * (fit.residuals[row] ?? 0);
      const into = part.spread[i];
      if (own === 0 || into === undefined) continue;
      for (const [j, other] of z.entries()) into[j] = (into[j] ?? 0) + own * other;
    }
  }
  return [...parts.values()];
}

/** CR2 and the Satterthwaite degrees of freedom of its expectation under equal variances. */
function biasReduced(v: readonly number[], parts: readonly Part[]): { variance: number | null; df: number } {
  let variance = 0;
  let expected = 0;
  let own = 0;
  const shared = v.map(() => v.map(() => 0));
  for (const { spread, score } of parts) {
    const adjusted = v.map(() => 0);
    const pull = v.map(() => 0);
    let quadratic = 0;
    const { values, vectors } = eigenOf(spread);
    for (const [index, value] of values.entries()) {
      const direction = vectors[index] ?? [];
      const along = dot(direction, v);
      if (value > whole) {
        if (along * along > 1e-18 * dot(v, v)) return { variance: null, df: 0 };
        continue;
      }
      const factor = along / Math.sqrt(1 - value);
      quadratic += factor * factor * value;
      for (const [place, component] of direction.entries()) {
        adjusted[place] = (adjusted[place] ?? 0) + factor * component;
        pull[place] = (pull[place] ?? 0) + factor * value * component;
      }
    }
    variance += dot(adjusted, score) ** 2;
    const square = dot(pull, pull);
    expected += quadratic - square;
    own += (quadratic - square) ** 2 - square ** 2;
    for (const [i, row] of shared.entries())
      for (const [j, value] of row.entries()) row[j] = value + (pull[i] ?? 0) * (pull[j] ?? 0);
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
