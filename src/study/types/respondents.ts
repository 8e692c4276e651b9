/** How a column's raw value becomes a condition id; empty `values`: the value is the id. */
export interface ValueMap {
  readonly column: string;
  readonly values: readonly { readonly data: string; readonly condition: string }[];
}

export type ConditionSource =
  | { readonly kind: 'column'; readonly map: ValueMap }
  | { readonly kind: 'factors'; readonly maps: readonly (ValueMap & { readonly factor: string })[] };

export interface OutcomeSource {
  readonly outcome: string;
  readonly column: string;
  /** One column an option, for multiselect, rank and allocate; empty: `column` alone. */
  readonly columns: readonly { readonly code: number; readonly column: string }[];
  /** Raw value → code; empty: the number in the cell is the code. */
  readonly values: readonly { readonly data: string; readonly code: number }[];
  /** Raw values that count as missing here, beside those of the whole file. */
  readonly missing: readonly string[];
}

export interface RowFilter {
  readonly column: string;
  readonly anyOf: readonly string[] | undefined;
  readonly not: readonly string[] | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface ProfileField {
  readonly column: string;
  /** One of the sixteen SocSci210 fields, when it is one. */
  readonly field: string | undefined;
  /** What the persona says before the value. */
  readonly label: string;
  readonly values: readonly { readonly data: string; readonly label: string }[];
  readonly measured: 'pre' | 'post' | undefined;
}

/** The column that says the item of a row; empty `values`: the value is the item's id. */
export interface ItemSource {
  readonly column: string;
  readonly values: readonly { readonly data: string; readonly item: string }[];
}

/** The design of a survey: columns of weights, strata, clusters and replicate weights. */
export interface Survey {
  readonly weight: string | undefined;
  readonly strata: string | undefined;
  readonly psu: string | undefined;
  readonly replicates: readonly string[];
}

/** How the rows of a conjoint are read: one row an alternative. */
export interface ConjointSource {
  /** With `per`, the column numbers the profiles of a respondent from 1, `per` of them a task. */
  readonly task: { readonly column: string; readonly per: number | undefined };
  readonly alternative: string | undefined;
  /** 1 where the alternative was chosen, 0 where not. */
  readonly chosen: string;
  readonly attributes: readonly { readonly attribute: string; readonly column: string }[];
}

/** Where the human answers are and how to read them. */
export interface Respondents {
  /** As written: relative to the study file. */
  readonly data: string;
  readonly id: string | undefined;
  readonly condition: ConditionSource | undefined;
  readonly outcomes: readonly OutcomeSource[];
  readonly item: ItemSource | undefined;
  readonly conjoint: ConjointSource | undefined;
  /** That of `survey` where the file has it there. */
  readonly weight: string | undefined;
  readonly survey: Survey | undefined;
  readonly where: readonly RowFilter[];
  readonly missing: readonly string[];
  readonly profile: readonly ProfileField[];
}

/** The share of each value of a profile field in the population; shares sum to 1. */
export interface Margin {
  readonly field: string;
  readonly shares: readonly { readonly value: string; readonly share: number }[];
}

/** Personas where there is no human data, or instead of it. */
export interface Panel {
  readonly size: number;
  /** Joint profiles, as rows of a file. With margins they are raked to these. */
  readonly sample:
    | {
        readonly file: string;
        readonly profile: readonly ProfileField[];
        readonly weight: string | undefined;
      }
    | undefined;
  /** Without a sample, drawn independently of each other. */
  readonly margins: readonly Margin[];
}
