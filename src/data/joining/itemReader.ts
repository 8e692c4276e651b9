import type { ItemSource, Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { valueKey } from '../values';
import type { Columns } from './columns';

/** The item of a row, null in a study without items; `value` is what stands there when it is none. */
export type FoundItem =
  | { readonly kind: 'item'; readonly id: string | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly column: string; readonly value: string };

/** @throws VignetteError `data/column`, or `data/no-item` when several items have no column. */
export function itemReader(study: Study, columns: Columns): (cells: readonly string[]) => FoundItem {
  const source = study.respondents?.item;
  if (study.items.length === 0) return () => ({ kind: 'item', id: null });
  if (source === undefined) {
    const only = study.items.length === 1 ? study.items[0] : undefined;
    if (only === undefined) throw noItemColumn();
    return () => ({ kind: 'item', id: only.id });
  }
  const place = columns.need(source.column);
  const known = itemsByValue(
    source,
    study.items.map(({ id }) => id),
  );
  return (cells) => {
    const cell = cells[place] ?? '';
    const key = valueKey(cell);
    if (key === '') return { kind: 'empty' };
    const id = known.get(key);
    return id === undefined
      ? { kind: 'unknown', column: source.column, value: cell.trim() }
      : { kind: 'item', id };
  };
}

/** What each value of the column means; without a map it is the id itself. */
export function itemsByValue(source: ItemSource, ids: readonly string[]): ReadonlyMap<string, string> {
  return source.values.length === 0
    ? new Map(ids.map((id) => [valueKey(id), id]))
    : new Map(source.values.map(({ data, item }) => [valueKey(data), item]));
}

function noItemColumn(): VignetteError {
  return new VignetteError({
    code: 'data/no-item',
    message: 'The study has several items and does not say in which column of the data they stand.',
    help: 'Add `item:` with the name of the column to `respondents`.',
    audience: 'invalid',
  });
}
