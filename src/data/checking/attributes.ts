import { markIn } from '../parts';
import { rowCount } from '../joining/tally';
import type { ColumnProfile } from '../types';
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

/** Odd values told one by one; more are told together. */
const most = 5;

/** Alternatives with fewer rows of a level than this are a small cell. */
const small = 30;

/** Values in the columns of a conjoint that are no levels, levels that hardly any alternative has, and choices that are none. */
export function checkAttributes(context: Context): void {
  const source = context.respondents.conjoint;
  const outcome = context.study.outcomes.find(({ scale }) => scale.type === 'choice');
  if (source === undefined || outcome?.scale.type !== 'choice') return;
  for (const { id, levels } of outcome.scale.attributes) {
    const name = source.attributes.find(({ attribute }) => attribute === id)?.column ?? id;
    const column = columnOf(context, name);
    if (column === undefined) continue;
    const ids = levels.map((level) => level.id);
    checkLevels(context, outcome.id, id, ids, column);
  }
  const chosen = columnOf(context, source.chosen);
  if (chosen !== undefined)
    reportOdd(context, chosen, ['conjoint', 'chosen'], {
      code: 'data/outside-scale',
      what: 'does not say whether an alternative was chosen: 1 or 0',
      isKnown: (value) => markIn(value) !== undefined,
    });
}

function checkLevels(
  context: Context,
  outcome: string,
  attribute: string,
  ids: readonly string[],
  column: ColumnProfile,
): void {
  const known = new Set(ids.map(valueKey));
  const isKnown = (value: string): boolean => known.has(valueKey(value));
  const all = reportOdd(context, column, ['conjoint', 'attributes', attribute], {
    code: 'data/attribute-level',
    what: `is no level of \`${attribute}\``,
    isKnown,
  });
  if (!all || column.more) return;
  const values = visibleValues(context, column);
  for (const id of ids) {
    const rows = values
      .filter(({ value }) => valueKey(value) === valueKey(id))
      .reduce((sum, { count }) => sum + count, 0);
    const place =
      keyPlace(context, 'outcomes', outcome, 'scale', 'attributes', attribute, 'levels', id) ??
      keyPlace(context, 'outcomes', outcome);
    if (place === undefined || rows >= small) continue;
    const what = rows === 0 ? 'no alternative' : `only ${rowCount(rows)}`;
    const message = `The data has ${what} with the level \`${id}\` of \`${attribute}\`.`;
    context.problems.add({ code: rows === 0 ? 'data/empty-cell' : 'data/small-cell', ...place, message });
  }
}

interface Expected {
  readonly code: 'data/attribute-level' | 'data/outside-scale';
  readonly what: string;
  readonly isKnown: (value: string) => boolean;
}

/** Whether every value is known. */
function reportOdd(
  context: Context,
  column: ColumnProfile,
  keys: readonly string[],
  { code, what, isKnown }: Expected,
): boolean {
  const odd = visibleValues(context, column).filter(({ value }) => !isKnown(value));
  const place =
    columnPlace(nodeBelow(context, ...keys), ['respondents', ...keys]) ??
    keyPlace(context, 'respondents', 'conjoint');
  const unsure = isFilteredElsewhere(context, column);
  const severity = unsure ? { severity: 'warning' as const } : {};
  if (place === undefined) return odd.length === 0;
  for (const each of odd.slice(0, most))
    context.problems.add({
      code,
      ...severity,
      ...place,
      message: `"${each.value}" in ${column.name} ${what} (${rowsOf(each)}).`,
    });
  if (odd.length > most)
    context.problems.add({
      code,
      ...severity,
      ...place,
      message: `The same holds for ${odd.length - most} more values in ${column.name}.`,
    });
  return odd.length === 0;
}
