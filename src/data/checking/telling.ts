import { at, itemsOf, textOf } from '../../study/model/pick';
import { isSingle } from '../../study/scales';
import type { ProfileField } from '../../study/types';
import { cramersV } from '../../stats/agreement/cramersV';
import { idsByValue } from '../joining/conditionReader';
import { sourceOf } from '../joining/answerReader';
import type { PairCounts } from '../profiling/types';
import { valueKey } from '../values';
import { columnOf, columnPlace, nodeBelow, type Context, type Place } from './context';

/** Association from which one column tells the other. */
const telling = 0.9;

/** Independent people below which nothing is said. */
const fewest = 30;

/** Profile columns that tell the condition of a person, or an answer. */
export function checkTelling(context: Context): void {
  const { counts } = context.profile;
  if (JSON.stringify(counts?.wanted.where) !== JSON.stringify(context.respondents.where)) return;
  for (const [i, entry] of itemsOf(nodeBelow(context, 'profile')).entries()) {
    const place = columnPlace(entry, ['respondents', 'profile', i]);
    const column = textOf(at(entry, 'column'));
    const field = context.respondents.profile.find((each) => each.column === column);
    if (place === undefined || field === undefined) continue;
    checkCondition(context, field, place);
    checkOutcomes(context, field, place);
  }
}

function checkCondition(context: Context, field: ProfileField, place: Place): void {
  const { study, respondents } = context;
  const source = respondents.condition;
  const maps =
    source?.kind === 'column'
      ? [{ ...source.map, factor: undefined }]
      : source?.kind === 'factors'
        ? source.maps
        : [];
  for (const map of maps) {
    const factor = study.factors.find(({ id }) => id === map.factor);
    const names = (map.factor === undefined ? study.conditions : (factor?.levels ?? [])).map(({ id }) => id);
    const known = idsByValue(map, names);
    const v = association(context, field, map.column, (value) => known.get(valueKey(value)));
    if (v === undefined || v < telling) continue;
    const what = map.factor === undefined ? 'the condition' : `the level of \`${map.factor}\``;
    context.problems.add({
      code: 'profile/predicts-condition',
      ...place,
      message: `"${field.column}" tells ${what} (association ${v.toFixed(2)} of 1), and a persona would tell it to the model.`,
    });
  }
}

function checkOutcomes(context: Context, field: ProfileField, place: Place): void {
  const { study, respondents } = context;
  const found = study.outcomes.filter((outcome) => {
    if (!isSingle(outcome.scale)) return false;
    const source = sourceOf(respondents, outcome);
    const missing = new Set([...respondents.missing, ...source.missing].map(valueKey));
    const v = association(context, field, source.column, (value) =>
      missing.has(valueKey(value)) ? undefined : valueKey(value),
    );
    return v !== undefined && v >= telling;
  });
  const [first, ...others] = found;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and to ${others.length} more`;
  context.problems.add({
    code: 'profile/predicts-outcome',
    ...place,
    message: `"${field.column}" tells the answer to \`${first.id}\`${more}, and a persona would tell it to the model.`,
  });
}

/**
 * How far the words of the persona and what a column means tell each other; undefined where that was not counted, or
 * of too few people. `meaning` is undefined for values that mean nothing.
 */
function association(
  context: Context,
  field: ProfileField,
  column: string,
  meaning: (value: string) => string | undefined,
): number | undefined {
  const pair = context.profile.counts?.pairs.find(
    ({ columns }) => columns[0] === field.column && columns[1] === column,
  );
  if (pair === undefined) return undefined;
  const words = new Map(field.values.map(({ data, label }) => [valueKey(data), label]));
  const table = collapsed(pair, (value) => words.get(valueKey(value)) ?? valueKey(value), meaning);
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const people = Math.min(n, peopleIn(context));
  return people < fewest ? undefined : cramersV(table, people);
}

/** Rows of one person say the same of the person: they do not count as several. */
function peopleIn(context: Context): number {
  const { id } = context.respondents;
  return (id === undefined ? undefined : columnOf(context, id)?.different) ?? Infinity;
}

/** A table by what values mean. */
function collapsed(
  { values, table }: PairCounts,
  first: (value: string) => string,
  second: (value: string) => string | undefined,
): readonly (readonly number[])[] {
  const rows = numbered(values[0].map(first));
  const columns = numbered(values[1].map(second));
  const sums = Array.from({ length: rows.names }, () => new Array<number>(columns.names).fill(0));
  for (const [i, counts] of table.entries()) {
    const into = sums[rows.of[i] ?? -1];
    for (const [j, count] of counts.entries()) {
      const to = columns.of[j];
      if (into !== undefined && to !== undefined) into[to] = (into[to] ?? 0) + count;
    }
  }
  return sums;
}

/** The number of each name in the order in which they first come. */
function numbered(names: readonly (string | undefined)[]): {
  readonly of: readonly (number | undefined)[];
  readonly names: number;
} {
  const numbers = new Map<string, number>();
  const of = names.map((name) => {
    if (name === undefined) return undefined;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { of, names: numbers.size };
}
