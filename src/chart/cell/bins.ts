import type { CellEvaluation } from '../../results/types';
import { wilsonInterval } from '../../stats/interval/wilson';
import { formatCode, formatRange } from '../numbers';
import { niceStep } from '../draw/scale';

/** One pair of bars: a level of the scale, or a range of them where a scale has too many to draw. */
export interface Bin {
  /** Under the bar: the code, or the range of codes. */
  readonly code: string;
  /** What the respondent reads there; null on ranges and unlabelled points. */
  readonly label: string | null;
  /** Undefined where no predicted answer could be used. */
  readonly predicted: number | undefined;
  /** Undefined without human data. */
  readonly observed: number | undefined;
  /** 95 % Wilson interval of `observed`. */
  readonly interval: readonly [number, number] | undefined;
}

/** Whether the cell has human answers to compare with. */
export function hasHumans(cell: CellEvaluation): boolean {
  return cell.nObserved > 0;
}

/** Whether any predicted answer of the cell could be used. */
export function hasPredictions(cell: CellEvaluation): boolean {
  return cell.nPredicted > 0;
}

/** The cell as if nothing had been predicted, so that no prediction can slip into what people answered. */
export function humansOnly(cell: CellEvaluation): CellEvaluation {
  return { ...cell, nPredicted: 0, predicted: {}, w1: null, floor: null, tvd: null };
}

/**
 * The bars of a cell: one a level, or on numeric scales of more than `most` levels, ranges of equal round width. The
 * interval of a range is Wilson's with the cell's effective n (Wilson 1927).
 */
export function binsOf(cell: CellEvaluation, most = 20): readonly Bin[] {
  return cell.levels.length <= most || cell.type !== 'numeric' ? levelBins(cell) : rangeBins(cell, most);
}

function levelBins(cell: CellEvaluation): readonly Bin[] {
  const humans = hasHumans(cell);
  return cell.levels.map((level, index) => {
    const key = String(level);
    return {
      code: formatCode(level),
      label: cell.labels[index] ?? null,
      predicted: hasPredictions(cell) ? (cell.predicted[key] ?? 0) : undefined,
      observed: humans ? (cell.observed[key] ?? 0) : undefined,
      interval: cell.observedIntervals[key],
    };
  });
}

function rangeBins(cell: CellEvaluation, most: number): readonly Bin[] {
  const low = Math.min(...cell.levels);
  const high = Math.max(...cell.levels);
  const width = binWidth(low, high, cell.levels.length, most);
  const start = Math.floor(low / width + 1e-9) * width;
  const count = Math.max(1, Math.ceil((high - start) / width - 1e-9));
  const groups: number[][] = Array.from({ length: count }, () => []);
  // The last range includes its upper end, so that the top of the scale has no bar of its own.
  for (const level of cell.levels)
    groups[Math.min(count - 1, Math.floor((level - start) / width + 1e-9))]?.push(level);
  return groups.filter((levels) => levels.length > 0).map((levels) => rangeBin(cell, levels));
}

/** Round, and never a single level wide: the last range has one level more, which then weighs little. */
function binWidth(low: number, high: number, levels: number, most: number): number {
  let width = niceStep(high - low, Math.min(most, (levels - 1) / 2));
  while ((high - Math.floor(low / width) * width) / width > most) width = niceStep(width * most * 1.01, most);
  return width;
}

function rangeBin(cell: CellEvaluation, levels: readonly number[]): Bin {
  const sum = (shares: Readonly<Record<string, number>>): number =>
    levels.reduce((total, level) => total + (shares[String(level)] ?? 0), 0);
  const first = levels[0] ?? 0;
  const last = levels[levels.length - 1] ?? first;
  const observed = hasHumans(cell) ? Math.min(1, sum(cell.observed)) : undefined;
  const n = cell.nEffective;
  return {
    code: levels.length === 1 ? formatCode(first) : formatRange(first, last),
    label: null,
    predicted: hasPredictions(cell) ? sum(cell.predicted) : undefined,
    observed,
    interval: observed === undefined || !(n > 0) ? undefined : wilsonInterval(observed * n, n),
  };
}

/** The mean of a distribution over the cell's codes; undefined without answers and on nominal scales. */
export function meanOf(cell: CellEvaluation, of: 'predicted' | 'observed'): number | undefined {
  if (cell.type === 'nominal' || (of === 'observed' ? !hasHumans(cell) : !hasPredictions(cell)))
    return undefined;
  return cell.levels.reduce((sum, level) => sum + level * (cell[of][String(level)] ?? 0), 0);
}

/** The standard deviation of a distribution over the cell's codes (population form); as `meanOf`. */
export function deviationOf(cell: CellEvaluation, of: 'predicted' | 'observed'): number | undefined {
  const mean = meanOf(cell, of);
  if (mean === undefined) return undefined;
  const variance = cell.levels.reduce(
    (sum, level) => sum + (level - mean) ** 2 * (cell[of][String(level)] ?? 0),
    0,
  );
  return Math.sqrt(variance);
}
