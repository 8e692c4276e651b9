import { at, mapOf } from '../../study/model/pick';
import type { ProblemFix } from '../../study/problems';
import { nearest } from '../../util/nearest';
import { idsByValue } from '../joining/conditionReader';
import { rowCount } from '../joining/tally';
import type { ColumnProfile, DistinctValue } from '../types';
import { valueKey } from '../values';
import {
  columnOf,
  columnPlace,
  isFilteredElsewhere,
  keyPlace,
  nodeBelow,
  rowsOf,
  visibleValues,
  type Context,
} from './context';
import { entryBefore, yamlText } from './edits';

/** Odd values told one by one; more are told together. */
const most = 5;

/** Fewer answers than this are a small cell. */
const small = 30;

/** Values of the condition column that are no condition, and conditions that hardly any row has. */
export function checkConditionValues(context: Context): void {
  const source = context.respondents.condition;
  const column = source?.kind === 'column' ? columnOf(context, source.map.column) : undefined;
  if (source?.kind !== 'column' || column === undefined) return;
  const ids = context.study.conditions.map(({ id }) => id);
  const known = idsByValue(source.map, ids);
  const values = visibleValues(context, column);
  reportUnknown(context, column, known, values);
  if (!column.more) checkCounts(context, ids, known, values);
}

function reportUnknown(
  context: Context,
  column: ColumnProfile,
  known: ReadonlyMap<string, string>,
  values: readonly DistinctValue[],
): void {
  const node = nodeBelow(context, 'condition');
  const place = columnPlace(node, ['respondents', 'condition']);
  if (place === undefined) return;
  const unsure = isFilteredElsewhere(context, column);
  const odd = values.filter(({ value }) => !known.has(valueKey(value)));
  const tail = unsure ? ' Rows that `where` leaves out by other columns are counted too.' : '';
  for (const each of odd.slice(0, most)) {
    const fix = mapping(context, each.value, known, values);
    context.problems.add({
      code: 'data/condition-value',
      ...(unsure ? { severity: 'warning' } : {}),
      ...place,
      message: `"${each.value}" in ${column.name} is no condition (${rowsOf(each)}).${tail}`,
      fixes: fix ? [fix] : [],
    });
  }
  if (odd.length > most)
    context.problems.add({
      code: 'data/condition-value',
      ...(unsure ? { severity: 'warning' } : {}),
      ...place,
      message: `${odd.length - most} more values in ${column.name} are no conditions.${tail}`,
    });
}

/** Maps a value to the one condition without rows that it is almost the name of. */
function mapping(
  context: Context,
  value: string,
  known: ReadonlyMap<string, string>,
  values: readonly DistinctValue[],
): ProblemFix | undefined {
  const found = new Set(values.flatMap((each) => known.get(valueKey(each.value)) ?? []));
  const free = context.study.conditions.map(({ id }) => id).filter((id) => !found.has(id));
  const close = nearest(value, free);
  if (close === undefined) return undefined;
  const { yaml } = context.problems;
  const title = `Map ${value} to ${close}`;
  const [key, to] = [yamlText(value), yamlText(close)];
  const node = nodeBelow(context, 'condition');
  const list = mapOf(at(node, 'values'));
  if (list) {
    const edit = entryBefore(list, key, to, yaml);
    return edit && { title, replace: [edit] };
  }
  const same = [...found].map((id) => `${yamlText(id)}: ${yamlText(id)}`);
  const all = `{${[`${key}: ${to}`, ...same].join(', ')}}`;
  if (node?.kind === 'scalar') {
    const by = `{column: ${yamlText(node.text)}, values: ${all}}`;
    return { title, replace: [{ at: node.span, by }] };
  }
  const map = mapOf(node);
  const edit = map && entryBefore(map, 'values', all, yaml);
  return edit && { title, replace: [edit] };
}

function checkCounts(
  context: Context,
  ids: readonly string[],
  known: ReadonlyMap<string, string>,
  values: readonly DistinctValue[],
): void {
  const rows = new Map(ids.map((id) => [id, 0]));
  for (const { value, count } of values) {
    const id = known.get(valueKey(value));
    if (id !== undefined) rows.set(id, (rows.get(id) ?? 0) + count);
  }
  for (const [id, count] of rows) {
    const place = keyPlace(context, 'conditions', id);
    if (place === undefined || count >= small) continue;
    if (count === 0)
      context.problems.add({
        code: 'data/empty-cell',
        ...place,
        message: `The data has no row of the condition \`${id}\`.`,
      });
    else
      context.problems.add({
        code: 'data/small-cell',
        ...place,
        message: `The data has only ${rowCount(count)} of the condition \`${id}\`.`,
      });
  }
}
