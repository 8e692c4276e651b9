import { meanOf } from '../../chart/cell/bins';
import { cellName } from '../../chart/names';
import { formatNumber, formatW } from '../../chart/numbers';
import type { ExpectationResult, ScoreEvaluation } from '../../results/types';
import { columns, cut } from './columns';
import { effectLines } from './effects';
import type { Paint } from './paint';

/** Composites: means and W of each cell, then their effects. */
export function scoreBlocks(scores: readonly ScoreEvaluation[], paint: Paint): readonly string[] {
  return scores.map(({ id, of, combine, reverse, cells, effects }) => {
    const reversed = reverse.length === 0 ? '' : `; reversed: ${reverse.join(', ')}`;
    const rows = cells.map((cell) => [
      `  ${cut(cellName(cell), 44)}`,
      formatNumber(meanOf(cell, 'predicted')),
      formatNumber(meanOf(cell, 'observed')),
      formatW(cell.w1?.stated),
      formatW(cell.floor?.mean),
    ]);
    const header = ['  mean', 'predicted', 'observed', 'W', 'floor'].map((name) => paint('dim', name));
    return [
      `${paint('bold', id)}  ${combine} of ${of.join(', ')}${reversed}`,
      ...columns([header, ...rows], [1, 2, 3, 4]),
      ...effectLines({ outcomes: [] }, effects, paint),
    ].join('\n');
  });
}

/** What the study expects of a run, and whether it holds. */
export function expectationLines(
  expectations: readonly ExpectationResult[],
  paint: Paint,
): readonly string[] {
  if (expectations.length === 0) return [];
  const rows = expectations.map(({ what, pass, value }) => [
    `  ${pass ? paint('green', '✓') : paint('red', '✗')}`,
    what,
    value === null ? 'no value' : formatNumber(value, 3),
  ]);
  return [paint('bold', 'Expectations'), ...columns(rows)];
}
