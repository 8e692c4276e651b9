import { incompleteBeta } from '../distribution/beta';
import { tTest, type TTest } from '../difference/welch';
import { dot, type Fit } from './leastSquares';

/** Residual variance Σe² / (n − rank); null without degrees of freedom. */
export function residualVariance({ residuals, rank }: Fit): number | null {
  return residuals.length > rank ? dot(residuals, residuals) / (residuals.length - rank) : null;
}

/**
 * c′β with the classical standard error, which takes all variances to be equal: se² = σ² |v|², v the combination in the basis of the fit.
 * Kept for comparison with published tables. Undefined where the data do not determine it.
 */
export function ordinaryCombination(
  fit: Fit,
  coefficients: readonly number[],
): { readonly estimate: number; readonly se: number | null; readonly test: TTest | null } | undefined {
  const v = fit.inBasis(coefficients);
  const variance = residualVariance(fit);
  if (v === undefined) return undefined;
  const estimate = dot(v, fit.solution);
  const se = variance === null ? null : Math.sqrt(variance * dot(v, v));
  const df = fit.residuals.length - fit.rank;
  return { estimate, se, test: se === null || se === 0 ? null : tTest(estimate, se, df) };
}

export interface FTest {
  /** What the terms explain that the smaller model does not. */
  readonly sumOfSquares: number;
  readonly f: number;
  readonly p: number;
}

/**
 * F test of the terms by which two nested models differ, against the residual variance of a full one: type II where `larger` leaves out
 * what contains the terms (interactions), type III where it is the full model. Null without degrees of freedom.
 */
export function nestedF(smaller: Fit, larger: Fit, full: Fit): FTest | null {
  const variance = residualVariance(full);
  const terms = larger.rank - smaller.rank;
  if (variance === null || variance === 0 || terms < 1) return null;
  const sumOfSquares = dot(smaller.residuals, smaller.residuals) - dot(larger.residuals, larger.residuals);
  const f = sumOfSquares / terms / variance;
  const df = full.residuals.length - full.rank;
  const share = df / (df + terms * f);
  return { sumOfSquares, f, p: incompleteBeta(share, 1 - share, df / 2, terms / 2) };
}
