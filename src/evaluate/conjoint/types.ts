import type { Floor, Sees } from '../figures';

/** A figure of human choices, with its interval by respondent. */
export interface Estimated {
  readonly estimate: number;
  /** Null with one respondent. */
  readonly se: number | null;
  /** 95 %. */
  readonly ci: readonly [number, number] | null;
}

/** A figure of human choices beside that of a model, which has no interval; null where one has nothing to say. */
export interface LevelEstimates {
  readonly observed: Estimated | null;
  readonly predicted: number | null;
}

/** One level of an attribute. */
export interface LevelFigures {
  readonly attribute: string;
  readonly attributeLabel: string;
  readonly level: string;
  readonly label: string;
  /** Alternatives that were shown with it. */
  readonly shownObserved: number;
  readonly shownPredicted: number;
  /** The share of these that was chosen. */
  readonly mean: LevelEstimates;
  /** Against the first level of the attribute; null of the first. */
  readonly amce: LevelEstimates | null;
}

/** A conjoint in one condition. */
export interface ConjointCell {
  readonly condition: string;
  readonly conditionLabel: string;
  readonly outcome: string;
  readonly item: string | null;
  /** Respondents, and the tasks that they answered. */
  readonly nObserved: number;
  readonly nPredicted: number;
  readonly tasks: { readonly observed: number; readonly predicted: number };
  readonly levels: readonly LevelFigures[];
  /** The mean absolute difference of the marginal means, over the levels that both have. */
  readonly distance: number | null;
  readonly floor: Floor | null;
  readonly baselines: Readonly<Record<string, { readonly distance: number; readonly sees: Sees }>>;
  /** How the intervals of the AMCEs were made: `CR1 by respondent, 500 clusters`; '' without human choices. */
  readonly method: string;
  readonly parseRate: number;
  /** Mean probability mass on the alternatives; null where the strategy has none. */
  readonly mass: number | null;
  /** Of tasks that were answered and predicted of the same person: the share with the same choice. */
  readonly agreement: { readonly n: number; readonly share: number } | null;
}
