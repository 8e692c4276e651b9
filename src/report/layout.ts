import { roleWords } from '../chart/sentences';
import type { EffectUnit } from '../chart/forest';
import { commonUnit } from '../chart/forest';
import type { CellEvaluation, EffectEvaluation, Evaluation } from '../results/types';
import type { Html } from './markup';
import { tag, text } from './markup';

/** Widths of charts, pixels: the whole column, and one of two panels in it. */
export const WIDTH = 740;
export const PANEL = 346;

export type Outcome = Evaluation['outcomes'][number];

/** The outcomes that have cells, in the order of the study. */
export function cellsByOutcome(
  evaluation: Evaluation,
): readonly { readonly outcome: Outcome; readonly cells: readonly CellEvaluation[] }[] {
  return evaluation.outcomes.flatMap((outcome) => {
    const cells = evaluation.cells.filter((cell) => cell.outcome === outcome.id);
    return cells.length === 0 ? [] : [{ outcome, cells }];
  });
}

export function heading(outcome: Outcome): Html {
  return tag('h3', {}, text(`${outcome.id}${roleWords(outcome)} · ${outcome.question}`));
}

/** Points for shares, whose raw unit is one; answer levels for scales, which readers know. */
export function effectUnit(evaluation: Evaluation, effects: readonly EffectEvaluation[]): EffectUnit {
  const binary = effects.every((effect) =>
    evaluation.cells.some((cell) => cell.outcome === effect.outcome && cell.type === 'binary'),
  );
  return binary ? commonUnit(effects) : 'raw';
}
