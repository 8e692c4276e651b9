import type { Floor, Sees } from '../figures';

/** The same figure of people and of a model; null where one has no answers. */
export interface Both {
  readonly observed: number | null;
  readonly predicted: number | null;
}

/** One option of a question that is answered on several. */
export interface OptionFigures extends Both {
  readonly code: number;
  readonly label: string | null;
  /** 95 % of the observed figure. */
  readonly interval: readonly [number, number] | null;
}

/** What can be predicted without a model, by the distance of its cell. */
export interface OptionsBaseline {
  readonly distance: number;
  readonly sees: Sees;
}

/** A question that is answered on several options, in one condition about one item. */
export interface OptionsCell<Option extends OptionFigures> {
  readonly condition: string;
  readonly conditionLabel: string;
  readonly outcome: string;
  readonly item: string | null;
  readonly nObserved: number;
  readonly nEffective: number;
  readonly nPredicted: number;
  readonly options: readonly Option[];
  /** Between the figures of the options; its name goes with the type of the scale. Null without people or predictions. */
  readonly distance: number | null;
  readonly floor: Floor | null;
  readonly baselines: Readonly<Record<string, OptionsBaseline>>;
  /** Shares of "don't know" among all answers, which count nowhere else; null where it is not offered. */
  readonly dontKnow: Both | null;
  readonly parseRate: number;
}

/** Its options have inclusion shares; the distance is the inclusion error, the mean of their absolute differences. */
export interface MultiselectCell extends OptionsCell<OptionFigures> {
  /** The largest absolute difference of an inclusion share. */
  readonly largest: number | null;
  readonly rmsd: number | null;
  /** Σ min / Σ max of the inclusion shares. */
  readonly jaccard: number | null;
  /** How many options are chosen on average. */
  readonly chosen: Both;
  /** Of people who were asked and predicted here: mean Jaccard index of their two sets, and the share of equal sets. */
  readonly people: { readonly n: number; readonly jaccard: number; readonly exact: number } | null;
}

export interface RankedOption extends OptionFigures {
  /** Shares of those who rank it first. */
  readonly first: Both;
  /** W₁ between the ranks that it is given, divided by K − 1. */
  readonly w1: number | null;
}

/** Its options have mean ranks, 1 the first; the distance is the mean of their absolute differences, in ranks. */
export interface RankCell extends OptionsCell<RankedOption> {
  /** Kendall's tau-b of the two lists of mean ranks. */
  readonly tau: number | null;
  /** Spearman's footrule of the two orders of the mean ranks, divided by ⌊K²/2⌋. */
  readonly footrule: number | null;
  /** Total variation distance between the shares of first places. */
  readonly firstTvd: number | null;
  /** Kendall's W. */
  readonly agreement: Both;
  /** Of people who were asked and predicted here: mean tau-b and normalised footrule of their two rankings. */
  readonly people: { readonly n: number; readonly tau: number | null; readonly footrule: number } | null;
}

export interface AllocatedOption extends OptionFigures {
  /** Shares of those who give it nothing. */
  readonly nothing: Both;
  /** W₁ between the shares that it is given. */
  readonly w1: number | null;
}

/** Its options have mean shares of the total, 0 … 1; the distance is L1, the sum of their absolute differences, 0 … 2. */
export interface AllocateCell extends OptionsCell<AllocatedOption> {
  readonly total: number;
  /** Of people who were asked and predicted here: mean L1 between their two allocations. */
  readonly people: { readonly n: number; readonly l1: number } | null;
}

/** By type of scale. */
export interface OptionsCells {
  readonly multiselect: readonly MultiselectCell[];
  readonly rank: readonly RankCell[];
  readonly allocate: readonly AllocateCell[];
}
