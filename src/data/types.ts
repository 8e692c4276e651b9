export type { Table } from '../formats/table';

/** One line of a persona: what is said, in which words. */
export interface ProfileEntry {
  readonly column: string;
  /** A SocSci210 field name, or undefined for any other. */
  readonly field: string | undefined;
  readonly label: string;
  readonly value: string;
}

export interface Person {
  readonly id: string;
  readonly weight: number;
  /** In the order of the study's `profile`; empty cells are left out. */
  readonly profile: readonly ProfileEntry[];
}

/** What one person was asked in one condition, and answered. Outcomes without an answer are absent. */
export interface HumanRow {
  readonly person: Person;
  readonly condition: string;
  readonly answers: ReadonlyMap<string, number>;
}

/** Human answers joined to a study. */
export interface HumanData {
  readonly rows: readonly HumanRow[];
  /** In file order, each once. */
  readonly people: readonly Person[];
  readonly weighted: boolean;
  /** What was left out and why, for the report. */
  readonly dropped: readonly { readonly reason: string; readonly rows: number }[];
  /** SHA-256 of the data file. */
  readonly hash: string;
}

export interface DistinctValue {
  readonly value: string;
  readonly count: number;
  /** One-based line of the data rows where it first stands, the header not counted. */
  readonly firstRow: number;
}

export interface ColumnProfile {
  readonly name: string;
  /** Most frequent first; at most 200 of them. */
  readonly distinct: readonly DistinctValue[];
  /** There are more distinct values than listed. */
  readonly more: boolean;
  readonly empty: number;
  /** Every value is a number. */
  readonly numeric: boolean;
}

/** All that the editor's language features see of a data file; computed once a file version. */
export interface DataProfile {
  /** As written in the study. */
  readonly path: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}
