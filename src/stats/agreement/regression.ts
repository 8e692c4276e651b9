/** A least-squares line with its slope's standard error, null with fewer than three points or without correlation. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  readonly slopeSe: number | null;
}

/** Sums of squares and products about the means; a spread of exactly no width counts as 0. */
export interface CrossProducts {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** The sums that correlation and regression need, in two passes. */
export function crossProducts(x: readonly number[], y: readonly number[]): CrossProducts {
  const n = x.length;
  const meanX = x.reduce((sum, value) => sum + value, 0) / n;
  const meanY = y.reduce((sum, value) => sum + value, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [index, value] of x.entries()) {
    const dx = value - meanX;
    const dy = (y[index] ?? 0) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return { n, meanX, meanY, xx: constant(x) ? 0 : xx, yy: constant(y) ? 0 : yy, xy };
}

/** Pearson's r, −1 … 1; null when either side is constant or there are fewer than two points. */
export function pearson({ xx, yy, xy }: CrossProducts): number | null {
  if (xx === 0 || yy === 0) return null;
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

/** Pearson's r of mid-ranks (Spearman 1904). */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return pearson(crossProducts(midRanks(x), midRanks(y)));
}

/** y on x by least squares; null when x is constant. */
export function regression(sums: CrossProducts): Line | null {
  if (sums.xx === 0) return null;
  const slope = sums.yy === 0 ? 0 : sums.xy / sums.xx;
  const r = pearson(sums);
  const residual = r === null ? null : ((1 - r * r) * sums.yy) / sums.xx / (sums.n - 2);
  return {
    slope,
    intercept: sums.meanY - slope * sums.meanX,
    slopeSe: residual === null || sums.n < 3 ? null : Math.sqrt(residual),
  };
}

/** The same sums with the sides exchanged. */
export function transposed(sums: CrossProducts): CrossProducts {
  const { n, meanX, meanY, xx, yy, xy } = sums;
  return { n, meanX: meanY, meanY: meanX, xx: yy, yy: xx, xy };
}

function constant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function midRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  for (const [index, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, index + 1);
    count.set(value, (count.get(value) ?? 0) + 1);
  }
  return values.map((value) => (first.get(value) ?? 0) + ((count.get(value) ?? 1) - 1) / 2);
}
