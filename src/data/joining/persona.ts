import type { ProfileField } from '../../study/types';
import { ownText } from '../owned';
import type { ProfileEntry } from '../types';
import { valueKey } from '../values';
import type { Columns } from './columns';

export interface PersonaReader {
  /** The persona of a row: the fields of `profile` in their order, empty cells left out. */
  read(cells: readonly string[]): readonly ProfileEntry[];
  /** Whether a row says another value than a persona that was read; what either leaves out is no other value. */
  contradicts(cells: readonly string[], profile: readonly ProfileEntry[]): boolean;
}

/**
 * Reads personas, values in the words of `values`. Equal entries are one object, whatever the number of rows.
 * @throws VignetteError `data/column`.
 */
export function personaReader(profile: readonly ProfileField[], columns: Columns): PersonaReader {
  const readers = profile.map((field) => entryReader(field, columns.need(field.column)));
  const read = (cells: readonly string[]): readonly ProfileEntry[] =>
    readers.map((entryIn) => entryIn(cells)).filter((entry) => entry !== undefined);
  return {
    read,
    contradicts: (cells, known) =>
      read(cells).some(
        (entry) =>
          !known.includes(entry) &&
          known.some(({ label, column }) => column === entry.column && label === entry.label),
      ),
  };
}

function entryReader(
  field: ProfileField,
  place: number,
): (cells: readonly string[]) => ProfileEntry | undefined {
  const words = new Map(field.values.map(({ data, label }) => [valueKey(data), label]));
  const entries = new Map<string, ProfileEntry>();
  return (cells) => {
    const cell = (cells[place] ?? '').trim();
    if (cell === '') return undefined;
    const known = entries.get(cell);
    if (known) return known;
    const own = ownText(cell);
    const value = words.get(valueKey(own)) ?? own;
    const entry = { column: field.column, field: field.field, label: field.label, value };
    entries.set(own, entry);
    return entry;
  };
}
