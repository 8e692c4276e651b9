import { formatNumber, formatP, formatSigned, formatW } from '../numbers';
import type { Column, DataTable } from '../tables';
import type { OtherCell } from '../../results/otherCells';

/** A column and where its value comes from. */
export interface Figure<Of> extends Column {
  readonly of: (of: Of) => string | number | null;
}

/** A share as per cent, without the sign. */
export const percent = (share: number | null): string => formatNumber(share === null ? null : share * 100, 1);

/** A difference of shares in points of per cent. */
export const signedPercent = (share: number | null): string =>
  formatSigned(share === null ? null : share * 100, 1);

/** A table whose first columns say what each row is about. */
export function figureTable<Of>(
  heads: readonly string[],
  figures: readonly Figure<Of>[],
  rows: readonly { readonly heads: readonly string[]; readonly of: Of }[],
): DataTable {
  return {
    columns: [
      ...heads.map((name) => ({ name })),
      ...figures.map(({ name, format }) => (format === undefined ? { name } : { name, format })),
    ],
    rows: rows.map((row) => [...row.heads, ...figures.map((figure) => figure.of(row.of))]),
  };
}

/** The distance of a cell under its name, with its floor and its baselines. */
export function comparedFigures<
  C extends Pick<OtherCell, 'distance' | 'floor'> & {
    readonly baselines: Readonly<Record<string, { readonly distance: number }>>;
  },
>(name: string, cells: readonly C[]): readonly Figure<C>[] {
  const baselines = [...new Set(cells.flatMap((cell) => Object.keys(cell.baselines)))];
  return [
    { name, format: formatW, of: ({ distance }) => distance },
    { name: 'floor', format: formatW, of: ({ floor }) => floor?.mean ?? null },
    { name: 'q95', format: formatW, of: ({ floor }) => floor?.q95 ?? null },
    { name: 'p', format: formatP, of: ({ floor }) => floor?.p ?? null },
    ...baselines.map((baseline): Figure<C> => ({
      name: baseline,
      format: formatW,
      of: (cell) => cell.baselines[baseline]?.distance ?? null,
    })),
  ];
}
