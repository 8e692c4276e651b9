import { statsError } from '../errors';
import { statedWidth } from './wasserstein';

/** The mean answer of one cell. */
export interface CellMeans {
  readonly human: number;
  readonly model: number;
  readonly stated: readonly [number, number];
}

export interface MeanErrors {
  /** Mean of |model − human|, in scale units and as a share of each stated range. */
  readonly maeRaw: number;
  readonly maeStated: number;
  /** Mean of model − human. */
  readonly biasRaw: number;
  readonly biasStated: number;
}

/**
 * How far cell means are off, over cells. Scale units are comparable only where all cells have one scale.
 * @throws VignetteError `stats/empty`, `stats/stated-range-zero`, `stats/stated-range-negative`.
 */
export function meanErrors(cells: readonly CellMeans[]): MeanErrors {
  if (cells.length === 0) throw statsError('empty', 'There are no cells.');
  const mean = (of: (cell: CellMeans) => number) =>
    cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  const raw = ({ human, model }: CellMeans) => model - human;
  const relative = (cell: CellMeans) => raw(cell) / statedWidth(cell.stated);
  return {
    maeRaw: mean((cell) => Math.abs(raw(cell))),
    maeStated: mean((cell) => Math.abs(relative(cell))),
    biasRaw: mean(raw),
    biasStated: mean(relative),
  };
}
