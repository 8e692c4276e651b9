import { VignetteError } from '../../util/errors';

/** Counts rows by reason, in the order in which reasons first came up. */
export interface Tally {
  add(reason: string, rows?: number): void;
  list(): readonly { readonly reason: string; readonly rows: number }[];
}

export function tally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (reason, rows = 1) => void counts.set(reason, (counts.get(reason) ?? 0) + rows),
    list: () => [...counts].map(([reason, rows]) => ({ reason, rows })),
  };
}

/** Values that fit nowhere: counted over the whole file, so that the error says how many rows and which is first. */
export interface Misfits {
  add(misfit: {
    readonly code: string;
    readonly what: string;
    readonly help: string;
    readonly row: number;
  }): void;
  /** @throws VignetteError with the code of the first misfit. */
  refuse(): void;
}

export function misfits(): Misfits {
  const found = new Map<string, { code: string; what: string; help: string; row: number; rows: number }>();
  return {
    add: ({ code, what, help, row }) => {
      const entry = found.get(what);
      if (entry) entry.rows += 1;
      else found.set(what, { code, what, help, row, rows: 1 });
    },
    refuse: () => {
      const [first, ...others] = found.values();
      if (first === undefined) return;
      const more = others.length === 0 ? '' : ` ${others.length} other values do not fit either.`;
      throw new VignetteError({
        code: first.code,
        message: `${first.what} (${rowCount(first.rows)}, first in row ${first.row}).${more}`,
        help: first.help,
        audience: 'invalid',
      });
    },
  };
}

/** `1 row`, `12 rows`. */
export function rowCount(rows: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}`;
}
