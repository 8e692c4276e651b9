import { studentQuantile, studentTwoSided } from '../distribution/student';
import type { Arm } from './arm';

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
 */
export function welchOfArms(treatment: Arm, control: Arm): WelchDifference {
  const parts = [
    { coefficient: 1, arm: treatment },
    { coefficient: -1, arm: control },
  ];
  return { treatment, control, ...combinationOfArms(parts) };
}

/** The same of any sum of means: Σ c m with se = √(Σ c² s²/n). */
export function combinationOfArms(
  parts: readonly { readonly coefficient: number; readonly arm: Arm }[],
): Pick<WelchDifference, 'difference' | 'se' | 'test'> {
  const difference = parts.reduce((sum, { coefficient, arm }) => sum + coefficient * arm.mean, 0);
  let variance = 0;
  let spread = 0;
  for (const { coefficient, arm } of parts) {
    if (arm.variance === null) return { difference, se: null, test: null };
    const own = (coefficient ** 2 * arm.variance) / arm.n;
    variance += own;
    spread += own ** 2 / (arm.n - 1);
  }
  const se = Math.sqrt(variance);
  return { difference, se, test: se === 0 ? null : tTest(difference, se, variance ** 2 / spread) };
}

/** The t test and 95 % interval of an estimate with a standard error above 0. */
export function tTest(estimate: number, se: number, df: number): TTest {
  const t = estimate / se;
  const half = studentQuantile(0.975, df) * se;
  return { t, df, p: studentTwoSided(t, df), ci95: [estimate - half, estimate + half] };
}
