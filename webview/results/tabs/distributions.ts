import type { Results } from '../../../src/results/types';
import { h } from '../../shared/dom';
import { cellIndex } from './cellIndex';
import { barsFigure, sharesFigure } from './figures';

/** The index of W and, for each outcome in the study's order, its small multiples. */
export function distributions(
  results: Results,
  stale: readonly string[],
  current: { readonly condition: string; readonly outcome: string } | undefined,
): readonly Node[] {
  const { cells, outcomes } = results.evaluation;
  const figures = outcomes.flatMap((outcome) => {
    const own = cells.filter((cell) => cell.outcome === outcome.id);
    if (own.length === 0) return [];
    const binary = own.every((cell) => cell.type === 'binary');
    return [binary ? sharesFigure(results, outcome, own, stale) : barsFigure(results, outcome, own, stale)];
  });
  return [h('div', { class: 'split' }, cellIndex(results, current), h('div', {}, ...figures))];
}
