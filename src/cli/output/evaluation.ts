import type { Evaluation } from '../../results/types';
import { roleWords } from '../../chart/sentences';
import { counted, formatW } from '../../chart/numbers';
import type { CellEvaluation, Summary } from '../../results/types';
import { cellText, largestShare, sharesLegend } from './cell';
import { expectationLines, scoreBlocks } from './beside';
import { columns, cut, wrap } from './columns';
import { effectLines } from './effects';
import type { Paint } from './paint';
import { shownBlocks } from './shown';

/** No line is longer than this. */
const lineWidth = 96;

/** An evaluation as a person reads it on a terminal: per cell bars, W with its ruler, then the effects. */
export function evaluationText(evaluation: Evaluation, paint: Paint): string {
  const { outcomes, cells, effects, scores, expectations, summary, warnings } = evaluation;
  const blocks = [
    head(evaluation, paint),
    ...outcomes
      .filter(({ id }) => cells.some((cell) => cell.outcome === id))
      .map((outcome) =>
        outcomeText(
          outcome,
          cells.filter((cell) => cell.outcome === outcome.id),
          paint,
        ),
      ),
    ...shownBlocks(evaluation, paint),
    effectLines(evaluation, effects, paint).join('\n'),
    ...scoreBlocks(scores, paint),
    summaryLines(summary, cells, paint).join('\n'),
    expectationLines(expectations, paint).join('\n'),
    warnings.map((warning) => wrap(`Note: ${warning}`, lineWidth)).join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function head({ title, study, model, strategy, run, stamp }: Evaluation, paint: Paint): string {
  const lines = [
    paint('bold', cut(title === '' ? study : title, lineWidth)),
    cut(`${run} · model ${model} · strategy ${strategy}`, lineWidth),
  ];
  return [...lines, ...(stamp === null ? [] : [paint('yellow', stamp)])].join('\n');
}

function outcomeText(
  outcome: Evaluation['outcomes'][number],
  cells: readonly CellEvaluation[],
  paint: Paint,
): string {
  const top = largestShare(cells);
  const role = roleWords(outcome);
  const higher = outcome.higher === null ? '' : `\nHigher: ${cut(outcome.higher, lineWidth - 8)}`;
  return [
    `${paint('bold', outcome.id)}${role}  ${cut(outcome.question, lineWidth - outcome.id.length - role.length - 2)}${higher}`,
    sharesLegend(cells, paint),
    ...cells.map((cell) => cellText(cell, top, paint)),
  ].join('\n');
}

function summaryLines(summary: Summary, cells: readonly CellEvaluation[], paint: Paint): readonly string[] {
  if (summary.w1.stated === null) return [];
  const measured = cells.filter(({ w1 }) => w1 !== null && w1.stated !== null).length;
  const baselines = Object.entries(summary.baselines).filter(([, { w1 }]) => w1 !== null);
  const rows = [
    ['mean W', formatW(summary.w1.stated), `over ${counted(measured, 'cell')}, stated convention`],
    ['floor', formatW(summary.floor), 'expected between two samples of people of these sizes'],
    ...baselines.map(([name, { w1, sees }]) => [name, formatW(w1), `baseline; sees ${sees}`]),
  ];
  return [
    paint('bold', 'All cells'),
    ...columns(
      rows.map(([name = '', value = '', about = '']) => [`  ${name}`, value, paint('dim', about)]),
      [1],
    ),
  ];
}
