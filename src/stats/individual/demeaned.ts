import { statsError } from '../errors';
import { groupBy } from '../../util/group';

/** How far predictions follow persons, once what all persons of a group share is taken away. */
export interface DemeanedFit {
  /** Σ (y − ȳ of the group)². */
  readonly sstWithin: number;
  /** Correlation within groups; null where either side does not vary within them. */
  readonly r: number | null;
  /** r², also for a negative r: see `r2NoSlope`. */
  readonly r2: number | null;
  /** 1 − SSE / SST of the demeaned predictions as they are; below 0 where a constant would do better. Null without variance. */
  readonly r2NoSlope: number | null;
  /** Of the human answers on the predictions; null where these do not vary within groups. */
  readonly slope: number | null;
}

/** A spread within groups below this is rounding. */
const nothing = 1e-12;

/**
 * Agreement within groups (condition × outcome × item), so that effects and means of items do not pass as knowledge of persons: both
 * sides are demeaned within their group and pooled. A group of one adds nothing.
 * @param groups of each answer.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/non-finite-value`.
 */
export function demeanedFit(
  groups: readonly string[],
  human: readonly number[],
  predicted: readonly number[],
): DemeanedFit {
  if (human.length === 0) throw statsError('empty', 'There are no answers.');
  if (groups.length !== human.length || predicted.length !== human.length)
    throw statsError('length-mismatch', 'Groups, answers and predictions are not equally many.');
  if (![...human, ...predicted].every(Number.isFinite))
    throw statsError('non-finite-value', 'An answer or prediction is no number.');
  let [yy, ff, yf, errors] = [0, 0, 0, 0];
  for (const rows of groupBy(groups.keys(), (row) => groups[row]).values()) {
    const [meanY, meanF] = [meanOf(rows, human), meanOf(rows, predicted)];
    for (const row of rows) {
      const y = (human[row] ?? 0) - meanY;
      const f = (predicted[row] ?? 0) - meanF;
      yy += y * y;
      ff += f * f;
      yf += y * f;
      errors += (y - f) ** 2;
    }
  }
  if (yy < nothing) yy = 0;
  if (ff < nothing) ff = 0;
  const r = yy > 0 && ff > 0 ? yf / Math.sqrt(yy * ff) : null;
  return {
    sstWithin: yy,
    r,
    r2: r === null ? null : r * r,
    r2NoSlope: yy > 0 ? 1 - errors / yy : null,
    slope: ff > 0 ? yf / ff : null,
  };
}

function meanOf(rows: readonly number[], values: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;
}
