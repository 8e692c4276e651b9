import type { BatchDialect, BatchServer, BatchWording } from '../engine/batch/types';
import type { EmbeddedStore } from '../engine/embedded/types';
import type { AnswerCache, Clock, Journal, RunProgress } from '../simulate/ports';
import type { Model, ModelIdentity } from '../simulate/types';
import type { VignetteError } from '../util/errors';
import type { Files } from '../workspace/files';
import type { ModelEntry } from '../workspace/types';

/** What a use case needs of the world. Built once by a door (see src/host). */
export interface Services {
  readonly files: Files;
  readonly clock: Clock;
  readonly models: ModelProvider;
  readonly batches: Batches;
  readonly stores: Stores;
  readonly approvals: Approvals;
  /** The embedded engine and its model in the user's storage. */
  readonly embedded: EmbeddedStore;
  /** Asks the person; without a terminal the answer is no. */
  readonly ask: Ask;
  readonly git: Git;
  readonly machine: Machine;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** The user's own folder: engines, models, decisions. */
  readonly storage: string;
  /** The folder of the study templates that come with the program. */
  readonly templates: string;
  /** Version of this program, for records. */
  readonly version: string;
}

/** Models that answer whole files of calls. */
export interface Batches {
  /** How the calls of an entry are worded; needs no key and reaches nothing. */
  wording(entry: EndpointEntry, dialect: BatchDialect | undefined): BatchWording;
  /** @throws `model/untrusted-key`, `model/missing-key` before anything is sent. */
  connect(entry: EndpointEntry): Promise<BatchServer>;
}

export type EndpointEntry = Extract<ModelEntry, { kind: 'openai' }>;

/** What runs write their answers into. */
export interface Stores {
  /** `onProblem` is told once when replies can no longer be kept. */
  cache(
    folder: string,
    onProblem: (problem: VignetteError) => void,
  ): Promise<AnswerCache & { close(): Promise<void> }>;
  /** @throws VignetteError `run/locked` while another process writes there. */
  journal(folder: string): Promise<Journal>;
}

/** Stop is graceful: what is in flight finishes. Force aborts it. */
export interface Signals {
  readonly stop: AbortSignal;
  readonly force: AbortSignal;
}

/** What a long use case says while it works. */
export interface Report {
  started(run: { readonly run: string; readonly dir: string; readonly total: number }): void;
  /** What is being done before answers come; `share` is 0 … 1. */
  status(text: string, share?: number): void;
  progress(progress: RunProgress): void;
}

export interface Git {
  /**
   * The text of a file at a revision; `path` is relative to `folder`.
   * @throws VignetteError `git/missing` or `git/unknown-revision`.
   */
  show(folder: string, revision: string, path: string): Promise<string>;
  /** Whether git ignores the path; undefined outside a repository. */
  ignores(folder: string, path: string): Promise<boolean | undefined>;
}

/** What the doctor looks at. */
export interface Machine {
  readonly node: string;
  /** Whether a file can be made in the folder, which is made if need be. */
  writable(folder: string): Promise<boolean>;
}

/** Turns an entry of the project file into a model that answers. */
export interface ModelProvider {
  /**
   * @throws `model/untrusted-key` before any network use when the entry's key may not go to its host,
   * `model/missing-key`, `model/unreachable`, `model/embedded-missing` (with how to get it).
   */
  open(
    entry: ModelEntry,
    context: {
      readonly root: string;
      readonly signal: AbortSignal;
      readonly onProgress: (text: string, share?: number) => void;
    },
  ): Promise<Model>;
  /** What the model is, without loading or asking it; undefined when only loading could tell. */
  identify(entry: ModelEntry, context: { readonly root: string }): Promise<ModelIdentity | undefined>;
  /** A server on this machine's own loopback that answers on one of the usual ports. Never throws. */
  localServer(signal: AbortSignal): Promise<ModelEntry | undefined>;
  /** A model of the editor that the user agreed to take for `local`; none without an editor. Never throws. */
  editorModel(signal: AbortSignal): Promise<ModelEntry | undefined>;
  /** What an entry resolves to, without asking anything of it. */
  describe(entry: ModelEntry): Promise<ModelDescription>;
  /** Whether it answers now, and what it can do. Never throws. */
  probe(
    entry: ModelEntry,
    context: { readonly root: string; readonly signal: AbortSignal },
  ): Promise<ModelProbe>;
}

export interface ModelDescription {
  readonly name: string;
  readonly engine: 'openai' | 'embedded' | 'editor';
  /** Base URLs or the model file. */
  readonly where: readonly string[];
  readonly model: string;
  readonly keyEnv: string | null;
  readonly key: 'none-needed' | 'ready' | 'missing' | 'untrusted';
  /** This machine only: nothing leaves it. */
  readonly local: boolean;
  readonly demonstration: boolean;
}

export interface ModelProbe extends ModelDescription {
  readonly answers: boolean;
  /** Why not, in a sentence. */
  readonly problem: string | null;
  readonly can: { readonly logprobs: boolean; readonly seed: boolean; readonly json: boolean } | null;
}

/** The user's own decisions, kept in the user's configuration, never in the workspace. */
export interface Approvals {
  /** A (key variable, origin) pair that is built in or was approved. */
  keyAllowed(keyEnv: string, origin: string): Promise<boolean>;
  allowKey(keyEnv: string, origin: string): Promise<void>;
  /** Consent to send the profiles of a study's respondents to a host. */
  profilesAllowed(study: string, origin: string): Promise<boolean>;
  allowProfiles(study: string, origin: string): Promise<void>;
}

/** Asks the person at the keyboard; without one the answer is no. */
export interface Ask {
  confirm(question: {
    readonly message: string;
    readonly detail: string;
    readonly yes: string;
  }): Promise<boolean>;
}
