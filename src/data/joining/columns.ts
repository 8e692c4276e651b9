import { VignetteError } from '../../util/errors';

/** Looks columns up by name; surrounding space does not count. */
export interface Columns {
  /** Undefined when there is no such column. */
  find(name: string): number | undefined;
  /** @throws VignetteError `data/column`. */
  need(name: string): number;
}

export function columnsOf(names: readonly string[]): Columns {
  const places = new Map(names.map((name, i) => [name.trim(), i]));
  const find = (name: string): number | undefined => places.get(name.trim());
  return {
    find,
    need: (name) => {
      const place = find(name);
      if (place === undefined) throw missingColumn(name, names);
      return place;
    },
  };
}

function missingColumn(name: string, columns: readonly string[]): VignetteError {
  return new VignetteError({
    code: 'data/column',
    message: `The data has no column "${name}".`,
    help: `Its columns are ${columns.slice(0, 20).join(', ')}${columns.length > 20 ? ', …' : ''}.`,
    audience: 'invalid',
  });
}
