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
  /** How answers without bounds are brought to a common range: cut to `from` … `to`, then compared as they are or as log(1 + x − from). */
  readonly transform:
    { readonly kind: 'linear' | 'log'; readonly from: number; readonly to: number } | undefined;
  readonly dontKnow: DontKnow | undefined;
}

/** Scales that are answered with one number. */
export type SingleScale = ClosedScale | NumericScale;

/** Several options at once; `min` to `max` of them. */
export interface MultiselectScale {
  readonly type: 'multiselect';
  readonly options: readonly Option[];
  readonly min: number;
  readonly max: number;
  readonly dontKnow: DontKnow | undefined;
}

/** An order of the options, of which the first `top` are given. */
export interface RankScale {
  readonly type: 'rank';
  readonly options: readonly Option[];
  readonly top: number;
  readonly dontKnow: DontKnow | undefined;
}

/** A total spread over the options. */
export interface AllocateScale {
  readonly type: 'allocate';
  readonly options: readonly Option[];
  readonly total: number;
  readonly dontKnow: DontKnow | undefined;
}

/** A property of the alternatives of a conjoint, with its levels in order. */
export interface Attribute {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly { readonly id: string; readonly text: string }[];
}

/** A combination of levels that no alternative has: of each attribute named, any of these levels. */
export type Restriction = readonly { readonly attribute: string; readonly levels: readonly string[] }[];

/** A conjoint: in each of `tasks`, one of several alternatives is chosen. */
export interface ChoiceScale {
  readonly type: 'choice';
  readonly tasks: number;
  readonly alternatives: number;
  readonly attributes: readonly Attribute[];
  readonly restrict: readonly Restriction[];
}

/** Free text; the rubric codes it, without one it is only listed. */
export interface TextScale {
  readonly type: 'text';
  readonly maxWords: number | undefined;
  readonly rubric: { readonly question: string; readonly scale: SingleScale } | undefined;
}

/** A matrix is none of these: it becomes one outcome an item. */
export type Scale = SingleScale | MultiselectScale | RankScale | AllocateScale | ChoiceScale | TextScale;
