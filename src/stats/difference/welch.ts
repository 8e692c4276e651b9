import { studentQuantile, studentTwoSided } from '../distribution/student';
import { armOf, type Arm } from './arm';

/** A test of a difference against 0, on Student's t. */
export interface TTest {
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly ci95: readonly [number, number];
}

export interface WelchDifference {
  readonly treatment: Arm;
  readonly control: Arm;
  /** Treatment − control. */
  readonly difference: number;
  /** Null when an arm has one answer. */
  readonly se: number | null;
  /** Null without a standard error and where it is 0, as no test exists there. */
  readonly test: TTest | null;
}

/**
 * Difference of two means with unequal variances (Welch 1947): se = √(s₁²/n₁ + s₂²/n₂), degrees of freedom after
 * Satterthwaite (1946). The standard error equals that of OLS with HC2.
 * @throws VignetteError `stats/empty-arm`, `stats/non-finite-value`.
 */
export function welchDifference(treatment: readonly number[], control: readonly number[]): WelchDifference {
  return welchOfArms(armOf(treatment), armOf(control));
}

/** The same from sizes, means and variances. */
export function welchOfArms(treatment: Arm, control: Arm): WelchDifference {
  const difference = treatment.mean - control.mean;
  if (treatment.variance === null || control.variance === null) {
    return { treatment, control, difference, se: null, test: null };
  }
  const first = treatment.variance / treatment.n;
  const second = control.variance / control.n;
  const se = Math.sqrt(first + second);
  if (se === 0) return { treatment, control, difference, se, test: null };
  const df = (first + second) ** 2 / (first ** 2 / (treatment.n - 1) + second ** 2 / (control.n - 1));
  return { treatment, control, difference, se, test: tTest(difference, se, df) };
}

/** The t test and 95 % interval of an estimate with a standard error above 0. */
export function tTest(estimate: number, se: number, df: number): TTest {
  const t = estimate / se;
  const half = studentQuantile(0.975, df) * se;
  return { t, df, p: studentTwoSided(t, df), ci95: [estimate - half, estimate + half] };
}
