import { statsError } from '../errors';

export interface ReliabilityBin {
  /** 0 … bins − 1; empty ones are left out. */
  readonly bin: number;
  readonly n: number;
  readonly meanPredicted: number;
  readonly meanOutcome: number;
}

export interface Reliability {
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error: mean |predicted − outcome| of the bins, each counted by its n (Naeini et al. 2015). */
  readonly ece: number;
  /** The largest of them. */
  readonly mce: number;
  /** Mean (p − y)². */
  readonly brier: number;
}

/**
 * Whether predicted probabilities come true: bins of equal width, bin = min(⌊p B⌋, B − 1), so that an edge belongs to the bin above.
 * @param predicted 0 … 1. @param outcome 0 or 1, or shares of people.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/out-of-range`.
 */
export function reliability(
  predicted: readonly number[],
  outcome: readonly number[],
  bins: number,
): Reliability {
  const n = predicted.length;
  if (n === 0) throw statsError('empty', 'There are no predictions.');
  if (outcome.length !== n)
    throw statsError('length-mismatch', `${n} predictions, ${outcome.length} outcomes.`);
  if (!predicted.every((p) => p >= 0 && p <= 1) || !(Number.isInteger(bins) && bins > 0))
    throw statsError('out-of-range', 'A prediction is not 0 … 1, or the number of bins is not whole.');
  const sums = Array.from({ length: bins }, () => ({ n: 0, predicted: 0, outcome: 0 }));
  let squares = 0;
  for (const [index, p] of predicted.entries()) {
    const y = outcome[index] ?? NaN;
    squares += (p - y) ** 2;
    const sum = sums[Math.min(Math.floor(p * bins), bins - 1)];
    if (sum === undefined) continue;
    sum.n += 1;
    sum.predicted += p;
    sum.outcome += y;
  }
  const filled = sums.flatMap((sum, bin): ReliabilityBin[] =>
    sum.n > 0
      ? [{ bin, n: sum.n, meanPredicted: sum.predicted / sum.n, meanOutcome: sum.outcome / sum.n }]
      : [],
  );
  const gaps = filled.map(({ meanPredicted, meanOutcome }) => Math.abs(meanPredicted - meanOutcome));
  return {
    bins: filled,
    ece: gaps.reduce((so, gap, place) => so + gap * (filled[place]?.n ?? 0), 0) / n,
    mce: Math.max(...gaps),
    brier: squares / n,
  };
}

/**
 * The share of truths inside their closed intervals, and the mean width of these.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`.
 */
export function coverage(
  intervals: readonly (readonly [number, number])[],
  truths: readonly number[],
): { readonly coverage: number; readonly meanWidth: number } {
  const n = intervals.length;
  if (n === 0) throw statsError('empty', 'There are no intervals.');
  if (truths.length !== n) throw statsError('length-mismatch', `${n} intervals, ${truths.length} truths.`);
  const inside = intervals.filter(([low, high], place) => {
    const truth = truths[place] ?? NaN;
    return low <= truth && truth <= high;
  });
  return {
    coverage: inside.length / n,
    meanWidth: intervals.reduce((sum, [low, high]) => sum + high - low, 0) / n,
  };
}
