import type { Convention } from '../stats/distance/wasserstein';
import type { ConjointCell } from './conjoint/types';
import type { Floor, Sees } from './figures';
import type { OptionsCells } from './options/types';

/** The result of an evaluation: plain data, the JSON of `vignette evaluate` and the heart of a results file. */

export type { Convention } from '../stats/distance/wasserstein';
export type { ConjointCell, Estimated, LevelEstimates, LevelFigures } from './conjoint/types';
export type { Floor, Sees } from './figures';
export type {
  AllocateCell,
  AllocatedOption,
  Both,
  MultiselectCell,
  OptionFigures,
  OptionsBaseline,
  OptionsCell,
  OptionsCells,
  RankCell,
  RankedOption,
} from './options/types';

/** Shares keyed by code as text, in the order of the scale; they sum to 1. */
export type Shares = Readonly<Record<string, number>>;

/** W₁ in each convention; null where undefined (an observed range of 0). */
export type W1 = Readonly<Record<Convention, number | null>>;

/** How much answers depend on a way of asking that should not matter. */
export interface Sensitivity {
  /** Distance between the answers of the ways, in the cell's own distance: stated W, TVD on nominal scales. */
  readonly w: number;
  /** What a distance between ways that do not matter is on average. */
  readonly chance: number;
  readonly p: number;
}

export interface CellBaseline {
  readonly w1: number | null;
  readonly tvd: number;
  readonly sees: Sees;
}

/** Cut to `from` … `to`, then compared as they are or as log(1 + x − from). */
export interface Transform {
  readonly kind: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
}

export interface CellEvaluation {
  readonly condition: string;
  readonly conditionLabel: string;
  readonly outcome: string;
  /** Null where the study has no items. */
  readonly item: string | null;
  readonly type: 'binary' | 'ordinal' | 'numeric' | 'nominal';
  /** The stated range of the scale; null without one and on nominal scales. */
  readonly range: readonly [number, number] | null;
  /** What brings answers on a numeric scale without bounds to one range; null elsewhere. */
  readonly transform: Transform | null;
  /** Codes in scale order; the keys of `observed` and `predicted`. */
  readonly levels: readonly number[];
  readonly labels: readonly (string | null)[];
  readonly nObserved: number;
  readonly nEffective: number;
  readonly nPredicted: number;
  /** Empty without human data. */
  readonly observed: Shares;
  /** 95 % Wilson intervals of the observed shares, same keys, [low, high] in 0 … 1. */
  readonly observedIntervals: Readonly<Record<string, readonly [number, number]>>;
  readonly predicted: Shares;
  readonly w1: W1 | null;
  /** W₁ in standard deviations of the human answers; only where there is neither a stated range nor a transform. */
  readonly wInSd: number | null;
  readonly floor: Floor | null;
  readonly tvd: number | null;
  readonly js: number | null;
  readonly ks: number | null;
  /** predicted − observed, raw units. */
  readonly meanDifference: number | null;
  readonly sdRatio: number | null;
  readonly entropyRatio: number | null;
  readonly baselines: Readonly<Record<string, CellBaseline>>;
  /** Shares of right answers, 0 … 1, null where there are no answers; null of a question without right answers. */
  readonly correct: { readonly observed: number | null; readonly predicted: number | null } | null;
  /** Usable answers over all answers, 0 … 1. */
  readonly parseRate: number;
  /** Mean probability mass on the options; null where the strategy has none. */
  readonly mass: number | null;
  /** By the order of the options and by the frame of the instruction, each null where it did not vary; null where neither did. */
  readonly sensitivity: { readonly order: Sensitivity | null; readonly frame: Sensitivity | null } | null;
}

export interface EffectEstimate {
  /** treatment − control, raw units. */
  readonly estimate: number;
  readonly se: number | null;
  readonly ci: readonly [number, number] | null;
  /** The estimate in per cent of the stated range; null without one. */
  readonly points: number | null;
  readonly pointsCi: readonly [number, number] | null;
}

export interface EffectEvaluation {
  readonly id: string;
  readonly outcome: string;
  /** Null: over all items. */
  readonly item: string | null;
  /** What `treatment` and `control` name: conditions, levels of a factor or levels of an attribute. */
  readonly kind: 'condition' | 'factor' | 'attribute';
  readonly treatment: string;
  readonly control: string;
  /** What it is beyond a difference of two means, in words: `frame, mean over the other factors`; '' for nothing. */
  readonly form: string;
  /** How the observed interval was made where it is neither Welch nor HC2 of two arms; '' elsewhere. */
  readonly method: string;
  readonly observed: EffectEstimate | null;
  /** No interval: simulated n is a choice, and this model has no calibrated one. */
  readonly predicted: EffectEstimate | null;
  readonly published: EffectEstimate | null;
}

/** A composite of several outcomes: its cells have the score's id as their outcome, on the range of the composite. */
export interface ScoreEvaluation {
  readonly id: string;
  readonly of: readonly string[];
  readonly reverse: readonly string[];
  readonly combine: 'mean' | 'sum';
  readonly cells: readonly CellEvaluation[];
  /** The contrasts of the score; every condition against the control where it has none. */
  readonly effects: readonly EffectEvaluation[];
}

/** Whether what the study expects of a run holds. */
export interface ExpectationResult {
  /** Its place in the study, from 0. */
  readonly index: number;
  readonly pass: boolean;
  /** The predicted effect in raw units, or the largest stated W; null where there is none, which never passes. */
  readonly value: number | null;
  readonly limit: number;
  /** `loss-gain above 0`, `W of choice below 0.1`. */
  readonly what: string;
}

export interface Summary {
  readonly w1: { readonly stated: number | null; readonly observed: number | null };
  /** Mean of the cells' floors. */
  readonly floor: number | null;
  readonly baselines: Readonly<Record<string, { readonly w1: number | null; readonly sees: Sees }>>;
  readonly effects: {
    readonly n: number;
    readonly r: number | null;
    readonly slope: number | null;
    readonly rmse: number | null;
    readonly signAgreement: number | null;
  };
  readonly mass: number | null;
}

export interface Evaluation extends OptionsCells {
  readonly conjoint: readonly ConjointCell[];
  readonly study: string;
  readonly title: string;
  readonly run: string;
  readonly model: string;
  readonly strategy: string;
  /** "demonstration engine, not evidence" and the like; shown on every chart. */
  readonly stamp: string | null;
  readonly conventions: {
    readonly w1: 'stated';
    readonly floor: string;
    readonly intervals: string;
    readonly effects: string;
    /** Of answers on several options; '' where there are none. */
    readonly options: string;
    readonly conjoint: string;
  };
  readonly outcomes: readonly {
    readonly id: string;
    readonly question: string;
    readonly type: string;
    readonly higher: string | null;
    readonly role: 'primary' | 'secondary' | 'check' | 'attention';
  }[];
  readonly cells: readonly CellEvaluation[];
  readonly effects: readonly EffectEvaluation[];
  /** Beside the outcomes, and in no figure of the summary. */
  readonly scores: readonly ScoreEvaluation[];
  readonly expectations: readonly ExpectationResult[];
  readonly summary: Summary;
  readonly warnings: readonly string[];
}

export interface CellComparison {
  readonly condition: string;
  readonly conditionLabel: string;
  readonly outcome: string;
  readonly item: string | null;
  /** Stated W₁ between the two predictions. */
  readonly w1: number | null;
  readonly p: number;
  /** Adjusted over the cells of this comparison. */
  readonly pAdjusted: number;
  /** B − A, raw units and points of the stated scale; null on nominal scales. */
  readonly meanChange: number | null;
  readonly meanChangePoints: number | null;
  readonly ci: readonly [number, number] | null;
  readonly moved: boolean;
  readonly a: Shares;
  readonly b: Shares;
  readonly observed: Shares;
}

export interface SetupDifference {
  readonly path: string;
  readonly a: string;
  readonly b: string;
}

export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly pairing: 'people' | 'none';
  readonly setup: readonly SetupDifference[];
  readonly identicalByConstruction: boolean;
  readonly cells: readonly CellComparison[];
  readonly effects: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly a: number | null;
    readonly b: number | null;
    readonly observed: number | null;
    readonly signChanged: boolean;
  }[];
  readonly moved: number;
  readonly summary: string;
}
