import type { Study, ValueMap } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { valueKey } from '../values';
import type { Columns } from './columns';

/** The condition of a row; `value` is what stands there when it is none. */
export type FoundCondition =
  | { readonly kind: 'condition'; readonly id: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly column: string; readonly value: string };

export type ConditionReader = (cells: readonly string[]) => FoundCondition;

/** @throws VignetteError `data/column`, or `data/no-condition` when several conditions have no column. */
export function conditionReader(study: Study, columns: Columns): ConditionReader {
  const source = study.respondents?.condition;
  if (source?.kind === 'factors') return byFactors(study, source.maps, columns);
  if (source?.kind === 'column')
    return byColumn(
      source.map,
      study.conditions.map(({ id }) => id),
      columns,
    );
  const only = study.conditions.length === 1 ? study.conditions[0] : undefined;
  if (only === undefined) throw noConditionColumn();
  return () => ({ kind: 'condition', id: only.id });
}

function byColumn(map: ValueMap, ids: readonly string[], columns: Columns): ConditionReader {
  const place = columns.need(map.column);
  const known = idsByValue(map, ids);
  return (cells) => {
    const cell = cells[place] ?? '';
    const key = valueKey(cell);
    if (key === '') return { kind: 'empty' };
    const id = known.get(key);
    return id === undefined
      ? { kind: 'unknown', column: map.column, value: cell.trim() }
      : { kind: 'condition', id };
  };
}

/** What each value of a column means; without a map it is the id itself. */
export function idsByValue(map: ValueMap, ids: readonly string[]): ReadonlyMap<string, string> {
  return map.values.length === 0
    ? new Map(ids.map((id) => [valueKey(id), id]))
    : new Map(map.values.map(({ data, condition }) => [valueKey(data), condition]));
}

function byFactors(
  study: Study,
  maps: readonly (ValueMap & { readonly factor: string })[],
  columns: Columns,
): ConditionReader {
  const readers = maps.map((map) => {
    const factor = study.factors.find(({ id }) => id === map.factor);
    return byColumn(map, factor?.levels.map(({ id }) => id) ?? [], columns);
  });
  const conditions = new Map(
    study.conditions.map(({ id, levels }) => [
      levelsKey(maps.map(({ factor }) => levels.find((level) => level.factor === factor)?.level ?? '')),
      id,
    ]),
  );
  if (conditions.size < study.conditions.length) throw noFactorColumn(study, maps);
  return (cells) => {
    const found = readers.map((read) => read(cells));
    const odd = found.find(({ kind }) => kind !== 'condition');
    if (odd) return odd;
    const levels = found.map((each) => (each.kind === 'condition' ? each.id : ''));
    const id = conditions.get(levelsKey(levels));
    if (id !== undefined) return { kind: 'condition', id };
    return {
      kind: 'unknown',
      column: maps.map(({ column }) => column).join(' × '),
      value: levels.join(' × '),
    };
  };
}

function levelsKey(levels: readonly string[]): string {
  return JSON.stringify(levels);
}

function noFactorColumn(study: Study, maps: readonly { readonly factor: string }[]): VignetteError {
  const lacking = study.factors.filter(({ id }) => maps.every(({ factor }) => factor !== id));
  const names = lacking.map(({ id }) => id).join(', ');
  return new VignetteError({
    code: 'data/no-condition',
    message: `The columns of the factors do not tell all conditions apart${names === '' ? '' : `: none is named for ${names}`}.`,
    help: 'Name a column for each factor under `respondents.condition.factors`.',
    audience: 'invalid',
  });
}

function noConditionColumn(): VignetteError {
  return new VignetteError({
    code: 'data/no-condition',
    message: 'The study has several conditions and does not say in which column of the data they stand.',
    help: 'Add `condition:` with the name of the column to `respondents`.',
    audience: 'invalid',
  });
}
