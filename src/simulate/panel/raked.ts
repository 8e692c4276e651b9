import type { Person } from '../../data/types';
import { valueKey } from '../../data/values';
import { rake } from '../../stats/weight/rake';
import type { Margin, ProfileField } from '../../study/types';
import { VignetteError } from '../../util/errors';

export interface RakedRows {
  readonly rows: readonly Person[];
  /** One a row. */
  readonly weights: readonly number[];
  /** Rows without a value in a field that has a margin. */
  readonly left: number;
}

/**
 * The weights of rows, raked to the margins. A margin is that of the column or field of its name; its values are the
 * words of the persona.
 * @throws VignetteError `panel/margin-field`, and those of `rake`.
 */
export function rakedWeights(
  profile: readonly ProfileField[],
  margins: readonly Margin[],
  people: readonly Person[],
): RakedRows {
  const columns = margins.map(({ field }) => columnOf(profile, field));
  const valueIn = (person: Person, column: string): string | undefined =>
    person.profile.find((entry) => entry.column === column)?.value;
  const rows = people.filter((person) => columns.every((column) => valueIn(person, column) !== undefined));
  const weights = rows.map(({ weight }) => weight);
  const left = people.length - rows.length;
  if (margins.length === 0 || !weights.some((weight) => weight > 0)) return { rows, weights, left };
  const targets = margins.map(({ field, shares }, m) => ({
    name: field,
    categories: rows.map((person) => valueKey(valueIn(person, columns[m] ?? '') ?? '')),
    targets: shares.map(({ value, share }) => ({ value: valueKey(value), share })),
  }));
  return { rows, weights: rake(targets, weights), left };
}

function columnOf(profile: readonly ProfileField[], field: string): string {
  const found =
    profile.find((each) => each.field === field) ?? profile.find(({ column }) => column === field);
  if (found !== undefined) return found.column;
  throw new VignetteError({
    code: 'panel/margin-field',
    message: `The panel has a margin of ${field}, which is no field of the rows of its file.`,
    help: `Add it to \`panel.profile\`. It has: ${profile.map((each) => each.field ?? each.column).join(', ') || 'none'}.`,
    audience: 'invalid',
  });
}
