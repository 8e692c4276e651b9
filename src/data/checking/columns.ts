import { at, itemsOf, textOf } from '../../study/model/pick';
import { rename } from '../../study/problems';
import { nearest } from '../../util/nearest';
import { columnOf, columnPlace, keyPlace, nodeBelow, type Context, type Place } from './context';
import { yamlText } from './edits';

/** Columns that the study names and the data lacks. */
export function checkColumns(context: Context): void {
  const { respondents } = context;
  for (const key of ['id', 'weight'] as const)
    requireColumn(context, respondents[key], columnPlace(nodeBelow(context, key), ['respondents', key]));
  checkConditionColumns(context);
  checkOutcomeColumns(context);
  for (const { column } of respondents.where) {
    const where = nodeBelow(context, 'where');
    const entry = where?.kind === 'map' ? where.byKey.get(column) : undefined;
    requireColumn(context, column, entry && { at: entry.keySpan, path: ['respondents', 'where', column] });
  }
  for (const [i, entry] of itemsOf(nodeBelow(context, 'profile')).entries()) {
    const place = columnPlace(entry, ['respondents', 'profile', i]);
    requireColumn(context, textOf(at(entry, 'column')), place);
  }
}

function checkConditionColumns(context: Context): void {
  const source = context.respondents.condition;
  const path = ['respondents', 'condition'];
  if (source?.kind === 'column')
    requireColumn(context, source.map.column, columnPlace(nodeBelow(context, 'condition'), path));
  for (const { factor, column } of source?.kind === 'factors' ? source.maps : []) {
    const node = nodeBelow(context, 'condition', 'factors', factor);
    requireColumn(context, column, columnPlace(node, [...path, 'factors', factor]));
  }
}

/** An outcome may go without human answers, as long as the study does not say where they are. */
function checkOutcomeColumns(context: Context): void {
  const { study, respondents, problems } = context;
  for (const { id } of study.outcomes) {
    const column = respondents.outcomes.find(({ outcome }) => outcome === id)?.column ?? id;
    const named = columnPlace(nodeBelow(context, 'outcomes', id), ['respondents', 'outcomes', id]);
    if (named) requireColumn(context, column, named);
    else if (columnOf(context, column) === undefined) {
      const place = keyPlace(context, 'outcomes', id);
      if (place === undefined) continue;
      const message = `There are no human answers to \`${id}\`: the data has no column of that name.`;
      const help = 'Name its column under `respondents.outcomes`, if there is one.';
      problems.add({ code: 'data/column', severity: 'warning', ...place, message, help });
    }
  }
}

function requireColumn(context: Context, name: string | undefined, place: Place | undefined): void {
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
