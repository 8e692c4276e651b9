import type { ProjectModel } from '../study/project';
import type { Diagnostic } from '../util/diagnostic';
import type { RunCounts } from '../simulate/ports';
import type { Budget, ModelIdentity, PromptTemplates, RunSettings } from '../simulate/types';

/** A model as `vignette.yaml` names it; an embedded one without a file is the default small model. */
export type ModelEntry = ProjectModel;

/** `vignette.yaml`, or the defaults where there is none. */
export interface Project {
  /** The folder of the project file, else the study's folder. Everything below is the workspace. */
  readonly root: string;
  readonly file: string | undefined;
  readonly models: readonly ModelEntry[];
  readonly budget: {
    readonly usd: number | undefined;
    readonly calls: number | undefined;
    readonly tokens: number | undefined;
  };
  /** Absolute. */
  readonly results: string;
  readonly prompts: Partial<Pick<PromptTemplates, 'system' | 'persona' | 'ask'>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** run.json: what a run is, and where it stands. */
export interface RunManifest {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly study: {
    readonly id: string;
    /** Absolute path of the study file when the run began; a copy of its text lies in the run's folder. */
    readonly path: string;
    readonly hash: string;
    readonly dataHash: string | null;
    /** Of the panel's file. */
    readonly sampleHash: string | null;
  };
  readonly model: ModelIdentity;
  /** How the model was reached, so that a resumed run reaches the same one; null for a baseline. */
  readonly entry: ModelEntry | null;
  readonly budget: Budget;
  readonly concurrency: number | null;
  /** Whether answers of earlier runs were left aside. */
  readonly fresh: boolean;
  readonly settings: RunSettings;
  readonly answers: number;
  readonly createdMs: number;
  readonly version: string;
  readonly state: 'running' | 'complete' | 'incomplete';
  /** Why it is incomplete. */
  readonly why: string | null;
  readonly counts: RunCounts | null;
  readonly limitHistory: readonly { readonly atMs: number; readonly limit: number; readonly why: string }[];
  /** Where the results file goes: absolute. */
  readonly resultsPath: string;
  /** Absolute path of the results file, once written. */
  readonly results: string | null;
  /** The hash by which a results file names the answers of this run; null until it is complete. */
  readonly answersHash: string | null;
  /** Seconds that were spent on answers that did not come from the cache. */
  readonly seconds: number;
}
