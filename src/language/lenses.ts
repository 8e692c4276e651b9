import { distanceOf, sayDistance } from '../chart/cell/distance';
import { counted } from '../chart/numbers';
import type { CellEvaluation } from '../results/types';
import type { StudyDocument } from '../study/document';
import type { Outcome } from '../study/types';
import type { Range } from '../util/range';
import { CommandId, type StudyTarget } from './commands';
import type { Environment, Lens } from './types';
import { arithmetic, cellsOfCondition, distanceWords } from './words';

/**
 * The actions above the study, its conditions and its outcomes, top to bottom, verbs first. Titles hold what a run
 * would ask as far as it is known. A study with errors says so instead of offering to simulate.
 * @param uri of the study, for the arguments of the commands.
 */
export function lenses(document: StudyDocument, environment: Environment, uri: string): readonly Lens[] {
  const { root } = document.yaml;
  if (root.kind !== 'map' || root.entries.length === 0) return [];
  const found = [...studyLenses(document, environment, uri)];
  for (const { id } of document.study.conditions) {
    const key = document.ranges(['conditions', id])?.key;
    if (key) found.push(...conditionLenses(document, environment, { study: uri, condition: id }, key));
  }
  for (const { id, matrix } of document.study.outcomes) {
    // Of a matrix the first item, from which the view leads to the others.
    if (matrix && document.study.outcomes.find((one) => one.matrix?.outcome === matrix.outcome)?.id !== id)
      continue;
    const name = matrix?.outcome ?? id;
    const key = document.ranges(['outcomes', name])?.key;
    if (key)
      found.push(
        showDistributions(key, { study: uri, outcome: id }, `Charts of ${name} in every condition.`),
      );
  }
  return found;
}

function studyLenses(document: StudyDocument, environment: Environment, uri: string): readonly Lens[] {
  const [first] = document.yaml.root.kind === 'map' ? document.yaml.root.entries : [];
  const range = document.yaml.range(first?.keySpan ?? { start: 0, end: 0 });
  const target: StudyTarget = { study: uri };
  const errors = errorsIn(document);
  const run = errors
    ? text(range, `${counted(errors, 'error')} to mend before simulating`)
    : lens(
        range,
        titled('▶ Simulate study', environment.plan?.byCondition),
        'Asks the model every question in every condition.',
        CommandId.simulateStudy,
        target,
      );
  return [
    run,
    showDistributions(range, target, 'Predicted and observed answers, beside the study.'),
    lens(
      range,
      'Preview prompt',
      'The exact text of one call, before anything is sent.',
      CommandId.previewPrompt,
      target,
    ),
    lens(
      range,
      'Compare runs…',
      'Two results side by side: what moved by more than chance.',
      CommandId.compareRuns,
    ),
  ];
}

function conditionLenses(
  document: StudyDocument,
  environment: Environment,
  target: StudyTarget & { readonly condition: string },
  range: Range,
): readonly Lens[] {
  const { condition } = target;
  const show = showDistributions(range, target, `Charts of every outcome in ${condition}.`);
  if (errorsIn(document)) return [show];
  const stale = environment.results?.stale.includes(condition) === true;
  const cells = cellsOfCondition(environment.results, condition);
  const asked = document.study.outcomes.filter(({ ask }: Outcome) => ask.includes(condition));
  const complete = asked.every(({ id }) => cells.some(({ outcome }) => outcome === id));
  if (cells.length > 0 && complete && !stale) {
    return [text(range, `✓ Up to date · ${stateOf(cells)}`), show];
  }
  const part = environment.plan?.byCondition.filter((one) => one.condition === condition);
  const simulate = lens(
    range,
    titled('▶ Simulate condition', part),
    `Asks the model the questions of ${condition}.`,
    CommandId.simulateCondition,
    target,
  );
  const missing = 'study changed since: run what is missing';
  const tooltip =
    'The text differs from what was simulated; answers to texts that stayed are taken from the cache.';
  const repair = lens(range, missing, tooltip, CommandId.simulateCondition, target);
  return stale ? [simulate, repair, show] : [simulate, show];
}

/** The distance with its whole ruler; of several questions the means, which have no q95. */
function stateOf(cells: readonly CellEvaluation[]): string {
  const [first, ...others] = cells;
  const only = first && others.length === 0 ? distanceOf(first) : undefined;
  const said = only ? sayDistance(only) : distanceWords(cells);
  return said ?? `${counted(first?.nPredicted ?? 0, 'answer')}, no human data`;
}

function titled(verb: string, parts: Parameters<typeof arithmetic>[0] | undefined): string {
  return parts && parts.length > 0 ? `${verb} · ${arithmetic(parts)}` : verb;
}

function showDistributions(range: Range, target: StudyTarget, tooltip: string): Lens {
  return lens(range, 'Show distributions', tooltip, CommandId.showDistributions, target);
}

function lens(
  range: Range,
  title: string,
  tooltip: string,
  id: string,
  ...target: readonly StudyTarget[]
): Lens {
  return { range, title, tooltip, command: { id, arguments: target } };
}

function text(range: Range, title: string): Lens {
  return { range, title, tooltip: '', command: undefined };
}

function errorsIn({ diagnostics }: StudyDocument): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
