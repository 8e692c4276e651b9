import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real study in the neutral form in which they lie beside the repository; see the README there. */
export interface Neutral {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly year: number;
  readonly population: string;
  readonly design: 'between' | 'within';
  readonly conditions: readonly NeutralCondition[];
  readonly factors?: readonly { readonly id: string; readonly levels: readonly Level[] }[];
  readonly attributes?: readonly {
    readonly id: string;
    readonly label: string;
    readonly levels: readonly Level[];
    readonly unit?: string;
  }[];
  readonly outcomes: readonly NeutralOutcome[];
  readonly items?: readonly NeutralItem[];
  readonly demographics: readonly { readonly column: string; readonly label: string }[];
  readonly weight_column: string | null;
  readonly published_effects: readonly NeutralEffect[];
}

export type Level = string | number | boolean;

export interface NeutralCondition {
  readonly id: string;
  readonly label: string;
  /** Null for a pure control. */
  readonly text: string | null;
  readonly text_verbatim?: boolean;
  readonly is_control: boolean;
  readonly factors?: Readonly<Record<string, Level>>;
  readonly options?: Readonly<Record<string, string>>;
}

export interface NeutralOutcome {
  readonly id: string;
  readonly question: string;
  readonly question_verbatim?: boolean;
  readonly type: 'binary' | 'ordinal' | 'numeric' | 'nominal';
  readonly min: number;
  readonly max: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly higher_means: string | null;
}

export interface NeutralItem {
  readonly id: string;
  readonly text: string;
  /** By condition, where they differ. */
  readonly stimuli?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly [field: string]: unknown;
}

export interface NeutralEffect {
  /** `choice=1` is the share of a code. */
  readonly outcome: string;
  readonly treatment: string;
  readonly control: string;
  readonly contrast?: { readonly factor: string; readonly treatment: Level; readonly control: Level };
  readonly estimate: number;
  readonly se: number | null;
  readonly ci?: readonly [number, number];
  readonly unit?: string;
  readonly statistic?: string;
  readonly note: string;
}

/** Figures of the human data that were computed elsewhere. */
export interface ExpectedFigures {
  readonly outcomes: Readonly<
    Record<
      string,
      { readonly conditions: Readonly<Record<string, { readonly n: number; readonly mean: number }>> }
    >
  >;
}

export interface NeutralFolder {
  readonly study: Neutral;
  readonly expected: ExpectedFigures;
  /** The standard deviation that published effects are counted in, where the notes of the study say it. */
  readonly sd: number | undefined;
}

export function readNeutral(folder: string): NeutralFolder {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const [, sd] = /divided by (?:[\w ]* )?(\d?\.\d+)/.exec(read('SOURCE.md')) ?? [];
  return {
    study: JSON.parse(read('study.json')) as Neutral,
    expected: JSON.parse(read('expected.json')) as ExpectedFigures,
    sd: sd === undefined ? undefined : Number(sd),
  };
}
