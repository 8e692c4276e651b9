import type { RowFilter } from '../../study/types';

/** What is counted together while a data file is read. Plain data: it goes from the editor to the run process. */
export interface Wanted {
  /** Only rows that pass all of these count. */
  readonly where: readonly RowFilter[];
  /** Rows by the values of these columns, and how many of them hold answers. */
  readonly cells: { readonly columns: readonly string[]; readonly answers: readonly WantedAnswers[] };
  /** Columns whose values are tabulated against each other. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** Answers to an outcome: rows in which one of the columns is neither empty nor one of the missing values. */
export interface WantedAnswers {
  readonly outcome: string;
  readonly columns: readonly string[];
  readonly missing: readonly string[];
}

/** What was counted together; what was too large to count is absent. */
export interface Counts {
  readonly wanted: Wanted;
  readonly cells: readonly CellCount[] | undefined;
  readonly pairs: readonly PairCounts[];
}

export interface CellCount {
  /** Trimmed, in the order of the columns wanted. */
  readonly values: readonly string[];
  readonly rows: number;
  /** In the order of the outcomes wanted. */
  readonly answers: readonly number[];
}

/** A table of two columns, over the rows in which both are filled. */
export interface PairCounts {
  readonly columns: readonly [string, string];
  readonly values: readonly [readonly string[], readonly string[]];
  /** Rows: values of the first column; in each, the counts of the values of the second. */
  readonly table: readonly (readonly number[])[];
}
