import type { EffectRow } from './rows';

/** The terms of covariates, row by row; undefined of a row that lacks one. */
export interface Covariates {
  readonly width: number;
  readonly terms: readonly (readonly number[] | undefined)[];
}

/**
 * Profile columns as terms of an additive model: a column of numbers as it is, any other as one 0/1 term for each value but
 * its first.
 * @param columns names of columns or of profile fields.
 */
export function covariatesOf(rows: readonly EffectRow[], columns: readonly string[]): Covariates {
  const parts = columns.map((column) => columnTerms(rows, column));
  return {
    width: parts.reduce((sum, { width }) => sum + width, 0),
    terms: rows.map((_, row) => {
      const own = parts.map(({ terms }) => terms[row]);
      return own.every((terms) => terms !== undefined) ? own.flat() : undefined;
    }),
  };
}

function columnTerms(rows: readonly EffectRow[], column: string): Covariates {
  const values = rows.map(({ profile }) => profileValue(profile, column));
  const present = values.filter((value) => value !== undefined);
  if (present.length > 0 && present.every((value) => value.trim() !== '' && Number.isFinite(Number(value)))) {
    return { width: 1, terms: values.map((value) => (value === undefined ? undefined : [Number(value)])) };
  }
  const [, ...others] = [...new Set(present)].sort();
  return {
    width: others.length,
    terms: values.map((value) =>
      value === undefined ? undefined : others.map((other) => Number(other === value)),
    ),
  };
}

/** The value of a column, or of the field of that name, in a profile. */
export function profileValue(profile: EffectRow['profile'], column: string): string | undefined {
  return (profile.find((entry) => entry.column === column) ?? profile.find(({ field }) => field === column))
    ?.value;
}
