import { statsError } from '../errors';

export interface AdjustedP {
  /** Of this statistic alone. */
  readonly p: number;
  /** Over all of them: never below `p`. */
  readonly pAdjusted: number;
}

/** Rounding must not tell equal statistics apart. */
const tie = 1e-9;

/**
 * Single-step max-T adjustment (Westfall & Young 1993) of statistics of which large values speak against the null.
 * Each statistic is standardised by its mean and spread over the draws and the observation, which are exchangeable under
 * the null; then p = (b + 1) / (B + 1), with b counted against the statistic itself or the largest of its draw. A
 * statistic that never varies has p = 1.
 * @param observed one value a statistic. @param drawn for each draw, one value a statistic.
 * @throws VignetteError `stats/length-mismatch`.
 */
export function maxT(
  observed: readonly number[],
  drawn: readonly (readonly number[])[],
): readonly AdjustedP[] {
  if (drawn.some((draw) => draw.length !== observed.length)) {
    throw statsError('length-mismatch', 'Each draw needs one value for each statistic.');
  }
  const standardise = observed.map((value, index) =>
    scaleOf([value, ...drawn.map((draw) => draw[index] ?? NaN)]),
  );
  const scaled = (values: readonly number[]) =>
    values.map((value, index) => standardise[index]?.(value) ?? 0);
  const draws = drawn.map(scaled);
  const largest = draws.map((draw) => draw.reduce((so, value) => Math.max(so, value), -Infinity));
  return scaled(observed).map((value, index) => ({
    p: monteCarloP(draws.filter((draw) => (draw[index] ?? 0) >= value - tie).length, drawn.length),
    pAdjusted: monteCarloP(largest.filter((most) => most >= value - tie).length, drawn.length),
  }));
}

/** (b + 1) / (B + 1) for b of B draws at least as extreme: never 0 (Davison & Hinkley 1997, 4.3). */
export function monteCarloP(extreme: number, draws: number): number {
  return (extreme + 1) / (draws + 1);
}

function scaleOf(values: readonly number[]): (value: number) => number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = Math.sqrt(squares / values.length);
  return spread > tie * Math.max(1, Math.abs(mean)) ? (value) => (value - mean) / spread : () => 0;
}
