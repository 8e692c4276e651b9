import { sayCells } from '../chart/sentences';
import { otherCells } from '../results/otherCells';
import { counted, formatNumber, formatShare } from '../chart/numbers';
import type { CellEvaluation, EffectEstimate, EffectEvaluation, Evaluation } from '../results/types';

/** The answer of a run in a few sentences, all of it computed: effects first, then distributions. */
export function lead(evaluation: Evaluation): string {
  return [...sayEffects(evaluation), sayCells(evaluation.cells, otherCells(evaluation))].join(' ');
}

function sayEffects(evaluation: Evaluation): readonly string[] {
  const both = evaluation.effects.flatMap(({ observed, predicted, ...effect }) =>
    observed && predicted ? [{ ...effect, observed, predicted }] : [],
  );
  const [only] = both;
  if (only === undefined) return [];
  return both.length === 1 && only.form === '' ? sayOne(evaluation, only) : [sayMany(both)];
}

type Both = Omit<EffectEvaluation, 'observed' | 'predicted'> & {
  readonly observed: EffectEstimate;
  readonly predicted: EffectEstimate;
};

function sayOne(evaluation: Evaluation, effect: Both): readonly string[] {
  const cellOf = (condition: string): CellEvaluation | undefined =>
    evaluation.cells.find((cell) => cell.condition === condition && cell.outcome === effect.outcome);
  const treatment = cellOf(effect.treatment);
  const control = cellOf(effect.control);
  const names = `in “${treatment?.conditionLabel ?? effect.treatment}” than in “${control?.conditionLabel ?? effect.control}”`;
  const what =
    treatment?.type === 'binary'
      ? `The share of people answering “${lastLabel(treatment)}”`
      : `People’s mean answer to ${effect.outcome}`;
  return [
    `${what} is ${sayAmount(effect.observed, treatment)} ${names}.`,
    `The simulation predicts ${sayAmount(effect.predicted, treatment)}: ${verdict(effect)}.`,
  ];
}

function lastLabel(cell: CellEvaluation): string {
  const at = cell.levels.length - 1;
  return cell.labels[at] ?? String(cell.levels[at] ?? '');
}

function sayAmount(estimate: EffectEstimate, cell: CellEvaluation | undefined): string {
  const way = estimate.estimate < 0 ? 'lower' : 'higher';
  if (cell?.type === 'binary' && estimate.points !== null)
    return `${formatNumber(Math.abs(estimate.points), 1)} points ${way}`;
  const ends = cell?.range ? ` (scale ${cell.range[0]} to ${cell.range[1]})` : '';
  return `${formatNumber(Math.abs(estimate.estimate))}${ends} ${way}`;
}

function verdict({ observed, predicted }: Both): string {
  const sign =
    Math.sign(observed.estimate) === Math.sign(predicted.estimate)
      ? 'the observed sign'
      : 'not the observed sign';
  if (observed.ci === null) return sign;
  return `${sign}, and ${inside(predicted, observed) ? 'inside' : 'outside'} the 95 % interval of the people`;
}

function inside(predicted: EffectEstimate, observed: EffectEstimate): boolean {
  return observed.ci !== null && predicted.estimate >= observed.ci[0] && predicted.estimate <= observed.ci[1];
}

function sayMany(both: readonly Both[]): string {
  const signs = both.filter(
    ({ observed, predicted }) => Math.sign(observed.estimate) === Math.sign(predicted.estimate),
  ).length;
  const within = both.filter(({ observed, predicted }) => inside(predicted, observed)).length;
  const share = formatShare(signs / both.length);
  return `Of ${counted(both.length, 'effect')} the simulation has the observed sign of ${signs} (${share}), and ${within} of its estimates ${within === 1 ? 'lies' : 'lie'} inside the 95 % interval of the people.`;
}
