import type { Gate } from '../results/gates';
import type { Comparison, Evaluation } from '../results/types';
import type { Diagnostic } from '../util/diagnostic';
import type { ModelDescription, ModelProbe } from './services';
import type { Estimate } from '../simulate/estimate';
import type { RunCounts } from '../simulate/ports';
import type { Message } from '../simulate/types';
import type { Modifiers, StrategyName } from '../study/types';

/** What the use cases return: the JSON of the command line, field by field (docs/cli.md). */

/** The overrides a person can give at the click or on the command line; undefined is the study's own. */
export interface SimulateOptions {
  readonly study: string;
  readonly conditions?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly items?: readonly string[];
  readonly model?: string;
  readonly strategy?: StrategyName;
  readonly respondents?: number;
  readonly assign?: 'data' | 'all';
  readonly seed?: number;
  readonly temperature?: number;
  /** Those that are given; undefined is the study's own. */
  readonly modifiers?: Partial<Modifiers>;
  readonly budget?: { readonly usd?: number; readonly calls?: number; readonly tokens?: number };
  readonly concurrency?: number;
  readonly name?: string;
  /** Folder of the results file instead of the project's. */
  readonly out?: string;
  /** Ignore the cache. */
  readonly fresh?: boolean;
  /** A model given by hand instead of by name. */
  readonly endpoint?: { readonly baseUrl: string; readonly apiModel: string; readonly keyEnv?: string };
  /** Consent given beforehand (`--yes`). */
  readonly yes?: boolean;
}

export interface ValidateResult {
  readonly files: readonly {
    readonly path: string;
    readonly kind: 'study' | 'project';
    readonly diagnostics: readonly Diagnostic[];
  }[];
  readonly errors: number;
  readonly warnings: number;
}

export interface PlanResult extends Estimate {
  readonly study: string;
  readonly model: string;
  readonly strategy: StrategyName;
  readonly cells: number;
  readonly personas: number;
  readonly answers: number;
  /** What has to be known of the people and the cells. */
  readonly warnings: readonly string[];
  /** What would be asked, and whether its key may go there; null for a baseline. */
  readonly endpoint: ModelDescription | null;
  /** What speaks against a run as planned: keys, budgets, the kind of model. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PromptResult {
  readonly study: string;
  readonly condition: string;
  readonly outcome: string;
  /** Null where the study has no items. */
  readonly item: string | null;
  readonly respondent: string;
  readonly model: string;
  readonly strategy: StrategyName;
  /** The codes in the order in which their options are read; null for that of the scale. */
  readonly order: readonly number[] | null;
  /** Which wording of the instruction, from 0. */
  readonly frame: number;
  /** The human answers that stand in it as examples. */
  readonly shown: readonly string[];
  readonly messages: readonly Message[];
  readonly hash: string;
}

export interface SimulateResult extends RunCounts {
  readonly run: string;
  readonly dir: string;
  readonly results: string | null;
  readonly seconds: number;
  readonly complete: boolean;
  /** Why it is incomplete and how to go on. */
  readonly why: string | null;
}

/** What is null or empty here is not computed by this version; it is said, never invented. */
export interface EvaluateResult extends Omit<Evaluation, 'cells' | 'summary'> {
  readonly cells: readonly (Evaluation['cells'][number] & { readonly accuracy: null })[];
  readonly groups: readonly never[];
  readonly gates: readonly Gate[];
  readonly summary: Omit<Evaluation['summary'], 'effects'> & {
    readonly accuracy: null;
    readonly effects: Evaluation['summary']['effects'] & { readonly rNull95: null };
  };
}

export interface CompareResult extends Comparison {
  readonly diff: string;
}

export interface ReportResult {
  readonly out: string;
  readonly bytes: number;
  readonly runs: readonly string[];
}

export interface ModelsResult {
  readonly project: string | null;
  readonly models: readonly ModelProbe[];
  /** What `local` means here. */
  readonly local: string;
}

export interface TrustResult {
  readonly model: string;
  readonly keyEnv: string;
  readonly origins: readonly string[];
}

export interface DoctorResult {
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly found: string;
    readonly mend: string | null;
  }[];
  readonly ok: boolean;
}
