/** The model of a study file: plain readonly data, in the order of the file. */

export interface Option {
  /** What is stored. */
  readonly code: number;
  /** What the respondent reads; unlabelled middle points of a scale have none. */
  readonly label: string | undefined;
}

/** A "don't know" that is offered beside the scale. */
export interface DontKnow extends Option {
  readonly as: 'option' | 'missing';
}

/** Scales with a list of options; ordinal options ascend by code. */
export interface ClosedScale {
  readonly type: 'binary' | 'ordinal' | 'nominal';
  readonly options: readonly Option[];
  readonly dontKnow: DontKnow | undefined;
}

/** A slider or a number field. Without both bounds there is no stated range. */
export interface NumericScale {
  readonly type: 'numeric';
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly step: number;
  readonly unit: string | undefined;
  readonly labels: readonly Option[];
  readonly dontKnow: DontKnow | undefined;
}

export type Scale = ClosedScale | NumericScale;

export type Wording = 'verbatim' | 'paraphrased' | 'described';

/** A treatment variable with its levels, in order; a level's text may be empty (shows nothing). */
export interface Factor {
  readonly id: string;
  readonly levels: readonly { readonly id: string; readonly text: string }[];
}

export interface Condition {
  readonly id: string;
  /** For people; the id where the file has none. Never shown to a model. */
  readonly label: string;
  readonly control: boolean;
  /** The level of each factor that this condition fixes. */
  readonly levels: readonly { readonly factor: string; readonly level: string }[];
  /** Template source; empty for a pure control. Pages are joined by a blank line. */
  readonly text: string;
  readonly wording: Wording;
}

export type OutcomeRole = 'primary' | 'secondary' | 'check' | 'attention';

export interface Outcome {
  readonly id: string;
  /** Template source. */
  readonly question: string;
  readonly scale: Scale;
  readonly role: OutcomeRole;
  /** What a higher answer means. Never shown to a model. */
  readonly higher: string | undefined;
  readonly wording: Wording;
  /** The conditions in which it is asked, in file order. */
  readonly ask: readonly string[];
  /** What differs in a condition (`in:`), already merged. */
  readonly variants: readonly {
    readonly condition: string;
    readonly question: string;
    readonly scale: Scale;
  }[];
}

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

/** Where the human answers are and how to read them. */
export interface Respondents {
  /** As written: relative to the study file. */
  readonly data: string;
  readonly id: string | undefined;
  readonly condition: ConditionSource | undefined;
  readonly outcomes: readonly OutcomeSource[];
  readonly weight: string | undefined;
  readonly where: readonly RowFilter[];
  readonly missing: readonly string[];
  readonly profile: readonly ProfileField[];
}

export type EffectUnit = 'raw' | 'points' | 'd' | 'logit' | { readonly sd: number };

export interface PublishedEffect {
  readonly estimate: number;
  readonly se: number | undefined;
  readonly ci: readonly [number, number] | undefined;
  readonly unit: EffectUnit;
}

/** A difference between two conditions on one outcome; `id` is `treatment-control` unless the file names it. */
export interface Contrast {
  readonly id: string;
  readonly outcome: string;
  readonly treatment: string;
  readonly control: string;
  readonly published: PublishedEffect | undefined;
}

export type StrategyName = 'direct' | 'logprob' | 'baseline';

export interface SimulateDefaults {
  /** A name from vignette.yaml; `local` always exists. */
  readonly model: string;
  readonly strategy: StrategyName;
  /** Undefined: all there are (or 100 without human data). */
  readonly respondents: number | undefined;
  readonly assign: 'data' | 'all';
  readonly seed: number;
}

export interface Study {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly source:
    | { readonly citation?: string; readonly url?: string; readonly licence?: string; readonly year?: number }
    | undefined;
  readonly population: string | undefined;
  readonly language: string;
  readonly design: 'between' | 'within' | 'mixed';
  /** Template source shown in every condition. */
  readonly intro: string;
  readonly factors: readonly Factor[];
  /** Never empty: without `conditions` in the file there is one, `all`. */
  readonly conditions: readonly Condition[];
  readonly outcomes: readonly Outcome[];
  readonly respondents: Respondents | undefined;
  /** Points of the stated scale, 0 … 100. */
  readonly smallestEffect: number;
  /** Those of the file, else every condition against the control for every outcome asked in both. */
  readonly contrasts: readonly Contrast[];
  readonly simulate: SimulateDefaults;
}
