import type { ProfileField } from '../../study/types';
import type { ProfileEntry } from '../types';
import { valueKey } from '../values';
import type { Columns } from './columns';

/**
 * Reads a row's persona: the fields of `profile` in their order, values in the words of `values`, empty cells left
 * out. Equal entries are one object, whatever the number of rows.
 * @throws VignetteError `data/column`.
 */
export function personaReader(
  profile: readonly ProfileField[],
  columns: Columns,
): (cells: readonly string[]) => readonly ProfileEntry[] {
  const readers = profile.map((field) => {
    const place = columns.need(field.column);
    const words = new Map(field.values.map(({ data, label }) => [valueKey(data), label]));
    const entries = new Map<string, ProfileEntry>();
    return (cells: readonly string[]): ProfileEntry | undefined => {
      const cell = (cells[place] ?? '').trim();
      if (cell === '') return undefined;
      const known = entries.get(cell);
      if (known) return known;
      const value = words.get(valueKey(cell)) ?? cell;
      const entry = { column: field.column, field: field.field, label: field.label, value };
      entries.set(cell, entry);
      return entry;
    };
  });
  return (cells) => readers.map((read) => read(cells)).filter((entry) => entry !== undefined);
}
