import type { CellEvaluation, Shares } from '../results/types';
import { binsOf, hasHumans } from './cell/bins';

const HEIGHTS = '▁▂▃▄▅▆▇█';
/** More bars than this say nothing on a line of text. */
const MOST = 10;

/**
 * One text bar a level, the share `max` being the full height; nothing is `▁`.
 * @param max in 0 … 1, the largest share of everything that stands on one height scale.
 */
export function textBars(shares: Shares, levels: readonly number[], max: number): string {
  return bars(
    levels.map((level) => shares[String(level)] ?? 0),
    max,
  );
}

/** `predicted · observed` on one common height scale; predicted alone without human data. */
export function barPair(cell: CellEvaluation): string {
  const bins = binsOf(cell, MOST);
  const predicted = bins.map((bin) => bin.predicted ?? 0);
  const observed = bins.map((bin) => bin.observed ?? 0);
  const max = Math.max(...predicted, ...observed, 0);
  return hasHumans(cell) ? `${bars(predicted, max)} · ${bars(observed, max)}` : bars(predicted, max);
}

function bars(shares: readonly number[], max: number): string {
  const top = HEIGHTS.length - 1;
  return shares
    .map((share) => HEIGHTS[max > 0 ? Math.min(top, Math.max(0, Math.round((share / max) * top))) : 0])
    .join('');
}
