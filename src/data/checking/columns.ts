import { at, itemsOf, textOf } from '../../study/model/pick';
import { rename } from '../../study/problems';
import type { YamlNode } from '../../study/tree/types';
import type { Outcome } from '../../study/types';
import type { Path } from '../../util/range';
import { nearest } from '../../util/nearest';
import { sourceOf } from '../joining/answerReader';
import { isParts } from '../parts';
import {
  columnOf,
  columnPlace,
  nodeBelow,
  outcomePlace,
  type Context,
  type FileContext,
  type Place,
} from './context';
import { yamlText } from './edits';

/** Columns that the study names and the data lacks. */
export function checkColumns(context: Context): void {
  for (const key of ['id', 'weight', 'item'] as const) requireNamed(context, [key]);
  for (const key of ['weight', 'strata', 'psu'] as const) requireNamed(context, ['survey', key]);
  requireItems(context, nodeBelow(context, 'survey', 'replicates'), ['respondents', 'survey', 'replicates']);
  checkConditionColumns(context);
  for (const outcome of context.study.outcomes) checkOutcomeColumns(context, outcome);
  checkConjointColumns(context);
  for (const { column } of context.respondents.where) {
    const where = nodeBelow(context, 'where');
    const entry = where?.kind === 'map' ? where.byKey.get(column) : undefined;
    requireColumn(context, column, entry && { at: entry.keySpan, path: ['respondents', 'where', column] });
  }
  checkPersonaColumns(context);
  checkElsewhere(context);
}

/** Columns of the personas. */
export function checkPersonaColumns(context: FileContext): void {
  for (const [i, entry] of itemsOf(nodeBelow(context, 'profile')).entries()) {
    const place = columnPlace(entry, [context.section, 'profile', i]);
    requireColumn(context, textOf(at(entry, 'column')), place);
  }
}

/** The column that stands at a key, or below it under `column`. */
export function requireNamed(context: FileContext, keys: readonly string[]): void {
  const node = nodeBelow(context, ...keys);
  const name = textOf(node) ?? textOf(at(node, 'column'));
  requireColumn(context, name, columnPlace(node, [context.section, ...keys]));
}

function checkConditionColumns(context: Context): void {
  const source = context.respondents.condition;
  if (source?.kind === 'column') requireNamed(context, ['condition']);
  for (const { factor } of source?.kind === 'factors' ? source.maps : [])
    requireNamed(context, ['condition', 'factors', factor]);
}

function checkConjointColumns(context: Context): void {
  const { conjoint } = context.respondents;
  for (const key of ['task', 'alternative', 'chosen'] as const) requireNamed(context, ['conjoint', key]);
  for (const { attribute, column } of conjoint?.attributes ?? []) {
    const node = nodeBelow(context, 'conjoint', 'attributes', attribute);
    const place = columnPlace(node, ['respondents', 'conjoint', 'attributes', attribute]);
    const whole = nodeBelow(context, 'conjoint');
    requireColumn(context, column, place ?? (whole && { at: whole.span, path: ['respondents', 'conjoint'] }));
  }
}

/** An outcome may go without human answers, as long as the study does not say where they are. */
function checkOutcomeColumns(context: Context, outcome: Outcome): void {
  const { id, scale } = outcome;
  const { column, columns } = sourceOf(context.respondents, outcome);
  const path = ['respondents', 'outcomes', id];
  const named = columnPlace(nodeBelow(context, 'outcomes', id), path);
  if (scale.type === 'choice') return checkConjoint(context, outcome);
  if (columns.length > 0) return checkOptionColumns(context, outcome);
  if (named && (scale.type === 'rank' || scale.type === 'allocate'))
    return context.problems.add({
      code: 'data/column',
      ...named,
      message: `The answers to \`${id}\` do not fit into one column: the scale has a number for each option.`,
      help: 'Name one column an option, `columns: {1: …, 2: …}`.',
    });
  if (named) return requireColumn(context, column, named);
  if (columnOf(context, column) === undefined)
    reportNoAnswers(context, outcome, 'the data has no column of that name');
}

function checkConjoint(context: Context, outcome: Outcome): void {
  if (context.respondents.conjoint === undefined)
    reportNoAnswers(context, outcome, '`respondents.conjoint` does not say where its tasks are');
}

function reportNoAnswers(context: Context, outcome: Outcome, why: string): void {
  const place = outcomePlace(context, outcome);
  if (place === undefined) return;
  const message = `There are no human answers to \`${outcome.id}\`: ${why}.`;
  const help = 'Name its column under `respondents.outcomes`, if there is one.';
  context.problems.add({
    code: 'data/column',
    severity: 'warning',
    ...place,
    message,
    ...(outcome.scale.type === 'choice' ? {} : { help }),
  });
}

/** One column an option: each must be there, and none may be left out. */
function checkOptionColumns(context: Context, { id, scale }: Outcome): void {
  const { columns = [] } = context.respondents.outcomes.find(({ outcome }) => outcome === id) ?? {};
  const path = ['respondents', 'outcomes', id, 'columns'];
  const node = nodeBelow(context, 'outcomes', id, 'columns');
  for (const { code, column } of columns)
    requireColumn(context, column, columnPlace(at(node, String(code)), [...path, String(code)]));
  const lacking = isParts(scale)
    ? scale.options.filter(({ code }) => columns.every((each) => each.code !== code))
    : [];
  if (lacking.length === 0 || node === undefined) return;
  context.problems.add({
    code: 'data/column',
    at: node.span,
    path,
    message: `No column is named for ${lacking.map(({ code, label }) => `${code} (${label ?? 'no label'})`).join(', ')} of \`${id}\`.`,
    help: 'Name one column for each option of the scale.',
  });
}

/** Columns that other sections name. */
function checkElsewhere(context: Context): void {
  const { root } = context.problems.yaml;
  for (const { id, matrix, askIf } of context.study.outcomes) {
    if (askIf?.kind !== 'column') continue;
    const path = ['outcomes', matrix?.outcome ?? id, 'askIf'];
    requireColumn(context, askIf.column, columnPlace(path.reduce<YamlNode | undefined>(at, root), path));
  }
  const assignment = at(root, 'assignment');
  const { unit } = context.study.assignment;
  if (unit !== 'respondent')
    requireColumn(context, unit, columnPlace(at(assignment, 'unit'), ['assignment', 'unit']));
  requireItems(context, at(assignment, 'blocks'), ['assignment', 'blocks']);
}

function requireItems(context: FileContext, list: YamlNode | undefined, path: Path): void {
  for (const [i, item] of itemsOf(list).entries())
    requireColumn(context, textOf(item), columnPlace(item, [...path, i]));
}

function requireColumn(context: FileContext, name: string | undefined, place: Place | undefined): void {
  if (name === undefined || place === undefined || columnOf(context, name) !== undefined) return;
  const names = context.profile.columns.map((column) => column.name);
  const close = nearest(name, names);
  const shown = names.slice(0, 12).join(', ');
  context.problems.add({
    code: 'data/column',
    ...place,
    message: `The data has no column "${name}". It has ${shown}${names.length > 12 ? ', …' : ''}.`,
    ...(close === undefined ? {} : { fixes: [rename(place.at, yamlText(close))] }),
  });
}
