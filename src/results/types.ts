import type { Evaluation } from '../evaluate/types';

export type {
  AllocateCell,
  Both,
  CellComparison,
  CellEvaluation,
  Comparison,
  ConjointCell,
  EffectEstimate,
  EffectEvaluation,
  Evaluation,
  ExpectationResult,
  Floor,
  LevelFigures,
  MultiselectCell,
  OptionFigures,
  OptionsCell,
  RankCell,
  ScoreEvaluation,
  Sensitivity,
  SetupDifference,
  Shares,
  Summary,
  W1,
} from '../evaluate/types';

/** The set-up of a run as far as results depend on it: the part of a results file that says what was done. */
export interface Setup {
  readonly model: {
    readonly name: string;
    readonly engine: string;
    readonly model: string;
    readonly where: string;
    readonly demonstration: boolean;
  };
  readonly strategy: string;
  readonly seed: number;
  readonly assign: string;
  /** Number asked for; null is all. */
  readonly respondents: number | null;
  readonly temperature: number;
  /** What changes how the strategy asks: `orders: both`; empty where nothing does. */
  readonly modifiers: readonly { readonly id: string; readonly text: string }[];
  /** The smallest change of interest, points of the stated scale. */
  readonly smallestEffect: number;
  readonly prompts: {
    readonly name: string;
    readonly system: string;
    readonly persona: string;
    readonly ask: string;
  };
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
  readonly outcomes: readonly { readonly id: string; readonly text: string }[];
  /** Empty where each respondent sees one stimulus. */
  readonly items: readonly { readonly id: string; readonly text: string }[];
  /** Where the personas come from, when not from the human data; null otherwise. */
  readonly panel: string | null;
  /** Those that the file states, in words; empty for the contrasts that every study has. */
  readonly contrasts: readonly { readonly id: string; readonly text: string }[];
  readonly scores: readonly { readonly id: string; readonly text: string }[];
  /** How probabilities were calibrated, each outcome and condition by human answers in its other conditions; null: not at all. */
  readonly calibration: {
    readonly kind: 'temperature' | 'shrinkage';
    readonly cells: readonly {
      readonly outcome: string;
      readonly condition: string;
      readonly parameter: number;
      readonly on: readonly string[];
      readonly answers: number;
    }[];
  } | null;
  /** SHA-256 of the study file, of the data file (null without one), and of the answers in plan order. */
  readonly hashes: { readonly study: string; readonly data: string | null; readonly answers: string };
}

/** A results file: what is committed, reviewed and compared. Canonical text in, equal text out. */
export interface Results {
  readonly format: 1;
  readonly setup: Setup;
  readonly counts: { readonly answers: number; readonly failed: number; readonly complete: boolean };
  readonly evaluation: Evaluation;
}
