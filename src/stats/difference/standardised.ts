import { logBeta } from '../distribution/gamma';
import type { Arm } from './arm';

export interface StandardisedDifference {
  readonly pooledSd: number;
  /** Difference over the pooled SD (Cohen 1988). */
  readonly d: number;
  readonly seD: number;
  /** J · d without bias (Hedges 1981), J by its exact gamma form; null with fewer than two degrees of freedom. */
  readonly g: number | null;
  readonly seG: number | null;
  readonly j: number | null;
  /** The usual approximation J ≈ 1 − 3 / (4ν − 1). */
  readonly gApproximate: number;
  readonly seGApproximate: number;
  /** √(1/n₁ + 1/n₂ + g² / 2(n₁ + n₂)), as the R package metafor has it. */
  readonly seGMetafor: number | null;
  /** Difference over the control's SD; null when that is 0. */
  readonly glassDelta: number | null;
}

/** Standardised mean differences of two arms; null when an arm has one answer or nothing varies. */
export function standardisedDifference(treatment: Arm, control: Arm): StandardisedDifference | null {
  if (treatment.variance === null || control.variance === null) return null;
  const freedom = treatment.n + control.n - 2;
  const pooled = ((treatment.n - 1) * treatment.variance + (control.n - 1) * control.variance) / freedom;
  if (pooled === 0) return null;
  const pooledSd = Math.sqrt(pooled);
  const total = treatment.n + control.n;
  const sizes = total / (treatment.n * control.n);
  const difference = treatment.mean - control.mean;
  const d = difference / pooledSd;
  const seD = Math.sqrt(sizes + (d * d) / (2 * total));
  const j = freedom > 1 ? hedgesCorrection(freedom) : null;
  const approximate = 1 - 3 / (4 * freedom - 1);
  const g = j === null ? null : j * d;
  return {
    pooledSd,
    d,
    seD,
    g,
    seG: j === null ? null : j * seD,
    j,
    gApproximate: approximate * d,
    seGApproximate: approximate * seD,
    seGMetafor: g === null ? null : Math.sqrt(sizes + (g * g) / (2 * total)),
    glassDelta: control.variance === 0 ? null : difference / Math.sqrt(control.variance),
  };
}

/** J(ν) = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)), by way of B((ν − 1)/2, ½) = Γ((ν − 1)/2) √π / Γ(ν/2). */
function hedgesCorrection(freedom: number): number {
  return Math.exp(0.5 * Math.log(Math.PI) - logBeta((freedom - 1) / 2, 0.5)) / Math.sqrt(freedom / 2);
}
