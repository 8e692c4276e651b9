import type { Outcome, Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import type { RunSettings } from '../types';

export interface CellName {
  readonly condition: string;
  readonly outcome: Outcome;
  /** Null where the study has no items. */
  readonly item: string | null;
}

/**
 * The cells that a run asks about: outcomes in file order, each in the conditions that ask it, and there of each item.
 * Conditions that are not to be simulated have none.
 * @throws VignetteError `reference/unknown`, `plan/not-simulated`, `plan/empty`.
 */
export function selectedCells(study: Study, settings: RunSettings): readonly CellName[] {
  const conditions = study.conditions.filter(({ simulated }) => simulated).map(({ id }) => id);
  const outcomes = study.outcomes.map(({ id }) => id);
  const items = study.items.map(({ id }) => id);
  for (const id of settings.conditions) requireSimulated(study, id);
  for (const id of settings.outcomes) requireKnown('outcome', id, outcomes);
  for (const id of settings.items) requireKnown('item', id, items);
  const shown = items.length === 0 ? [null] : items.filter((id) => isSelected(settings.items, id));
  const cells = study.outcomes
    .filter(({ id }) => isSelected(settings.outcomes, id))
    .flatMap((outcome) =>
      conditions
        .filter((id) => outcome.ask.includes(id) && isSelected(settings.conditions, id))
        .flatMap((condition) => shown.map((item) => ({ condition, outcome, item }))),
    );
  if (cells.length === 0) throw nothingAsked();
  return cells;
}

/** What a selection that names no condition leaves out. */
export function selectionWarnings({ conditions }: Study, settings: RunSettings): readonly string[] {
  const left = conditions.filter(({ simulated }) => !simulated).map(({ id }) => id);
  if (left.length === 0 || settings.conditions.length > 0) return [];
  return [`Not simulated, as the study says: ${left.join(', ')}.`];
}

function requireSimulated({ conditions }: Study, id: string): void {
  const ids = conditions.map((condition) => condition.id);
  requireKnown('condition', id, ids);
  if (conditions.find((condition) => condition.id === id)?.simulated !== false) return;
  throw new VignetteError({
    code: 'plan/not-simulated',
    message: `The study says that the condition ${id} is not to be simulated.`,
    help: 'Take `simulated: false` away, or select other conditions.',
    audience: 'usage',
  });
}

/** Nothing selected is everything. */
function isSelected(selected: readonly string[], id: string): boolean {
  return selected.length === 0 || selected.includes(id);
}

function requireKnown(kind: string, id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  throw new VignetteError({
    code: 'reference/unknown',
    message: `The study has no ${kind} "${id}".`,
    help:
      known.length === 0
        ? `It has no ${kind}s at all.`
        : `It has ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}.`,
    audience: 'usage',
  });
}

function nothingAsked(): VignetteError {
  return new VignetteError({
    code: 'plan/empty',
    message: 'None of the selected outcomes is asked in the selected conditions.',
    help: 'Select others, or see `ask:` of the outcome.',
    audience: 'usage',
  });
}
