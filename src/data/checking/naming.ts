import { at, mapOf } from '../../study/model/pick';
import type { ProblemFix } from '../../study/problems';
import { nearest } from '../../util/nearest';
import type { Path } from '../../util/range';
import type { ColumnProfile, DistinctValue } from '../types';
import { valueKey } from '../values';
import { columnPlace, isFilteredElsewhere, nodeBelow, rowsOf, visibleValues, type Context } from './context';
import { entryBefore, yamlText } from './edits';

/** Odd values told one by one; more are told together. */
const most = 5;

/** Names that a fix writes out beside the one that it maps. */
const mostNames = 12;

/** A column whose values are names of the study: conditions, levels, items. */
export interface Naming {
  readonly code: 'data/condition-value' | 'data/item-value';
  /** `condition`, `item`, `level of frame`. */
  readonly noun: string;
  readonly column: ColumnProfile;
  /** What a value means, by its key. */
  readonly known: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** Where below `respondents` the column and its values are told. */
  readonly keys: readonly string[];
}

/** Says which values of the column are no names; a value that is almost the one name without rows can be mapped. */
export function checkNaming(context: Context, naming: Naming): void {
  const { code, noun, column, known, keys } = naming;
  const path: Path = ['respondents', ...keys];
  const place = columnPlace(nodeBelow(context, ...keys), path);
  if (place === undefined) return;
  const unsure = isFilteredElsewhere(context, column);
  const tail = unsure ? ' Rows that `where` leaves out by other columns are counted too.' : '';
  const values = visibleValues(context, column);
  const odd = values.filter(({ value }) => !known.has(valueKey(value)));
  const report = (message: string, fix?: ProblemFix): void =>
    context.problems.add({
      code,
      ...(unsure ? { severity: 'warning' } : {}),
      ...place,
      message: `${message}${tail}`,
      fixes: fix ? [fix] : [],
    });
  for (const each of odd.slice(0, most))
    report(
      `"${each.value}" in ${column.name} is no ${noun} (${rowsOf(each)}).`,
      mapping(context, naming, each.value, values),
    );
  if (odd.length > most) report(`${odd.length - most} more values in ${column.name} are no ${plural(noun)}.`);
}

function plural(noun: string): string {
  return noun.replace(/^\w+/, '$&s');
}

/** Maps a value to the one name without rows that it is almost. */
function mapping(
  context: Context,
  { known, names, keys }: Naming,
  value: string,
  values: readonly DistinctValue[],
): ProblemFix | undefined {
  const found = new Set(values.flatMap((each) => known.get(valueKey(each.value)) ?? []));
  const close = nearest(
    value,
    names.filter((id) => !found.has(id)),
  );
  if (close === undefined) return undefined;
  const { yaml } = context.problems;
  const title = `Map ${value} to ${close}`;
  const [key, to] = [yamlText(value), yamlText(close)];
  const node = nodeBelow(context, ...keys);
  const list = mapOf(at(node, 'values'));
  if (list) {
    const edit = entryBefore(list, key, to, yaml);
    return edit && { title, replace: [edit] };
  }
  if (found.size > mostNames) return undefined;
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
