import type { Counts } from './profiling/types';

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

/** What an answer on several options says of one: multiselect 1 or 0, rank from 1, allocate the amount. */
export interface AnswerPart {
  readonly code: number;
  readonly value: number;
}

/** What one person was asked in one cell, and answered. Outcomes without an answer are absent. */
export interface HumanRow {
  readonly person: Person;
  readonly condition: string;
  /** Null where the study has no items. */
  readonly item: string | null;
  /** Outcomes that are answered with one number. */
  readonly answers: ReadonlyMap<string, number>;
  /** Those on several options: in option order; of a rank only the options that were ranked. */
  readonly parts: ReadonlyMap<string, readonly AnswerPart[]>;
  /** Those in words. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One task of a conjoint: what was shown, and what was chosen. */
export interface HumanChoice {
  readonly person: Person;
  readonly condition: string;
  readonly outcome: string;
  /** From 1. */
  readonly task: number;
  /** Levels in the order of the scale's attributes; exactly one alternative is chosen. */
  readonly alternatives: readonly { readonly levels: readonly string[]; readonly chosen: boolean }[];
}

/** Human answers joined to a study. */
export interface HumanData {
  readonly rows: readonly HumanRow[];
  /** Of all conjoints, in file order. */
  readonly choices: readonly HumanChoice[];
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
  /** How many distinct values there are; at most 20,000 are counted, and none that is longer than 200 characters. */
  readonly different: number;
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
  /** Undefined where nothing was to be counted together, or could be. */
  readonly counts: Counts | undefined;
}
