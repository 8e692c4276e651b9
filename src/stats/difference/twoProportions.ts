import { normalQuantile, normalUpper } from '../distribution/normal';
import { statsError } from '../errors';
import { wilsonInterval } from '../interval/wilson';

type Interval = readonly [number, number];

export interface TwoProportions {
  readonly p1: number;
  readonly p2: number;
  /** p1 − p2. */
  readonly difference: number;
  readonly seUnpooled: number;
  readonly ci95Wald: Interval;
  readonly sePooled: number;
  /** Of the pooled test; null when both samples are all 0 or all 1. */
  readonly zPooled: number | null;
  readonly pPooled: number | null;
  /** From the two Wilson intervals (Newcombe 1998, method 10). */
  readonly ci95Newcombe: Interval;
  /** Wald after adding one success and one failure to each sample (Agresti & Caffo 2000). */
  readonly ci95AgrestiCaffo: Interval;
  /** 2 asin √p1 − 2 asin √p2 (Cohen 1988). */
  readonly cohenH: number;
}

/**
 * x1 of n1 against x2 of n2.
 * @throws VignetteError `stats/empty-arm`, `stats/out-of-range`.
 */
export function twoProportions(x1: number, n1: number, x2: number, n2: number): TwoProportions {
  if (n1 === 0 || n2 === 0) throw statsError('empty-arm', 'An arm of the contrast has no answers.');
  const [low1, high1] = wilsonInterval(x1, n1);
  const [low2, high2] = wilsonInterval(x2, n2);
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const difference = p1 - p2;
  const seUnpooled = Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  const pooled = (x1 + x2) / (n1 + n2);
  const sePooled = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const zPooled = sePooled > 0 ? difference / sePooled : null;
  return {
    p1,
    p2,
    difference,
    seUnpooled,
    ci95Wald: around(difference, seUnpooled),
    sePooled,
    zPooled,
    pPooled: zPooled === null ? null : 2 * normalUpper(Math.abs(zPooled)),
    ci95Newcombe: [
      difference - Math.hypot(p1 - low1, high2 - p2),
      difference + Math.hypot(high1 - p1, p2 - low2),
    ],
    ci95AgrestiCaffo: agrestiCaffo(x1, n1, x2, n2),
    cohenH: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)),
  };
}

function agrestiCaffo(x1: number, n1: number, x2: number, n2: number): Interval {
  const a1 = (x1 + 1) / (n1 + 2);
  const a2 = (x2 + 1) / (n2 + 2);
  return around(a1 - a2, Math.sqrt((a1 * (1 - a1)) / (n1 + 2) + (a2 * (1 - a2)) / (n2 + 2)));
}

function around(estimate: number, se: number): Interval {
  const half = normalQuantile(0.975) * se;
  return [estimate - half, estimate + half];
}
