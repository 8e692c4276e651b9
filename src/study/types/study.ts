import type { SimulateDefaults } from './simulate';
import type { Factor, Condition, Item, Outcome } from './content';
import type { Respondents, Panel } from './respondents';
import type { Contrast, Score, Expectation } from './contrast';

export interface Study {
  /** Of the format. */
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly source:
    | { readonly citation?: string; readonly url?: string; readonly licence?: string; readonly year?: number }
    | undefined;
  readonly population: string | undefined;
  readonly fielded:
    | { readonly from?: string; readonly to?: string; readonly country?: string; readonly mode?: string }
    | undefined;
  readonly assignment: {
    /** `respondent`, or the column of a cluster. */
    readonly unit: string;
    readonly probabilities: readonly { readonly condition: string; readonly share: number }[];
    readonly blocks: readonly string[];
  };
  readonly language: string;
  readonly design: 'between' | 'within' | 'mixed';
  /** Template source shown in every condition. */
  readonly intro: string;
  readonly factors: readonly Factor[];
  /** Never empty: without `conditions` in the file there is one, `all`. */
  readonly conditions: readonly Condition[];
  /** Whether the conditions come from crossing the factors; their ids are then the levels joined by dots. */
  readonly crossed: boolean;
  /** Empty where each respondent sees one stimulus. */
  readonly items: readonly Item[];
  readonly outcomes: readonly Outcome[];
  readonly respondents: Respondents | undefined;
  readonly panel: Panel | undefined;
  /** Points of the stated scale, 0 … 100. */
  readonly smallestEffect: number;
  /** Those of the file, else every condition against the control for every outcome asked in both, and with `crossed` the main effects. */
  readonly contrasts: readonly Contrast[];
  readonly scores: readonly Score[];
  readonly expectations: readonly Expectation[];
  readonly simulate: SimulateDefaults;
}
