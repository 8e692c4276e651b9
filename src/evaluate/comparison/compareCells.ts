import { maxT } from '../../stats/resample/maxT';
import { rng } from '../../util/rng';
import type { CellComparison, Comparison, Evaluation } from '../types';
import { commonCells, type CellPair } from './cellPair';
import { meanChangeOf } from './meanChange';
import {
  observedDistances,
  pairedCells,
  swappedDistances,
  type PairedCell,
  type RunAnswers,
} from './pairedDraws';
import { distancesOfShares, pooledDraws } from './unpairedDraws';

export type { RunAnswers } from './pairedDraws';

/** Draws of the permutation or of the bootstrap. */
const draws = 1000;
const level = 0.05;

export interface CompareOptions {
  /** Points of the stated scale that a cell must move to count. */
  readonly smallestEffect: number;
  /** What the draws depend on. */
  readonly key: readonly string[];
}

/**
 * The cells that two runs share, with the distance between their predictions and whether it exceeds chance.
 *
 * With the answers of both runs at hand the run labels are swapped within respondents, all rows of a person together;
 * otherwise two samples are drawn from the pooled shares of each cell (`pairing: 'none'`). p is adjusted over the cells
 * by max-T. A cell moved when its adjusted p is at most .05 and the distance at least the smallest effect of interest, in
 * points of the stated scale (on nominal scales: of the shares; without a stated scale p decides alone).
 */
export function compareCells(
  a: Evaluation,
  b: Evaluation,
  answers: RunAnswers | undefined,
  options: CompareOptions,
): Pick<Comparison, 'pairing' | 'cells'> {
  const pairs = commonCells(a.cells, b.cells);
  const matched = answers === undefined ? undefined : pairedCells(pairs, answers);
  const paired =
    matched !== undefined && matched.length > 0 && matched.every(({ swaps }) => swaps.length > 0)
      ? matched
      : undefined;
  const random = rng('compare', ...options.key);
  const drawn = paired
    ? Array.from({ length: draws }, () => swappedDistances(paired, random))
    : Array.from({ length: draws }, pooledDraws(pairs, random));
  const observed = paired ? observedDistances(paired) : distancesOfShares(pairs);
  const significance = maxT(observed, drawn);
  const distances = distancesOfShares(pairs);
  return {
    pairing: paired ? 'people' : 'none',
    cells: pairs.map((pair, index) => {
      const { p, pAdjusted } = significance[index] ?? { p: 1, pAdjusted: 1 };
      return cellOf(pair, paired?.[index], distances[index] ?? 0, { p, pAdjusted }, options.smallestEffect);
    }),
  };
}

function cellOf(
  pair: CellPair,
  paired: PairedCell | undefined,
  distance: number,
  { p, pAdjusted }: { readonly p: number; readonly pAdjusted: number },
  smallestEffect: number,
): CellComparison {
  const { change, ci } = meanChangeOf(pair, paired);
  const width = pair.range === null ? null : pair.range[1] - pair.range[0];
  const points = pair.nominal ? 100 * distance : width === null ? Infinity : (100 * distance) / width;
  return {
    condition: pair.b.condition,
    conditionLabel: pair.b.conditionLabel,
    outcome: pair.b.outcome,
    item: pair.b.item,
    w1: width === null ? null : distance / width,
    p,
    pAdjusted,
    meanChange: change,
    meanChangePoints: change === null || width === null ? null : (100 * change) / width,
    ci,
    moved: pAdjusted <= level && points >= smallestEffect,
    a: pair.a.predicted,
    b: pair.b.predicted,
    observed: pair.b.observed,
  };
}
