import type { ModelsGetResult } from '../app/models/get';
import type {
  CompareResult,
  DoctorResult,
  ModelsResult,
  PlanResult,
  PromptResult,
  SimulateOptions,
  SimulateResult,
  TrustResult,
} from '../app/types';
import type { Wanted } from '../data/profiling/types';
import type { DataProfile } from '../data/types';
import type { EditorCall, EditorModelInfo, EditorReply } from '../simulate/ports';
import type { RunProgress } from '../simulate/ports';

/** Keys from the editor's secret storage, by the origin for which each was entered; sent nowhere else. */
export type Keys = Readonly<Record<string, string>>;

/** Messages between the editor and the run process; every request is answered by one `done` or `failed`. */
export type RunRequest =
  | {
      readonly type: 'simulate';
      readonly id: number;
      readonly options: SimulateOptions;
      readonly keys: Keys;
    }
  | {
      readonly type: 'resume';
      readonly id: number;
      readonly run: string;
      readonly root: string;
      readonly keys: Keys;
    }
  /** Fails with `file/missing` where there is no such file. */
  | {
      readonly type: 'profile';
      readonly id: number;
      readonly path: string;
      readonly shown: string;
      /** What is counted together in the same pass. */
      readonly wanted?: Wanted;
    }
  /** What a run would ask; the arithmetic of the lenses. */
  | { readonly type: 'plan'; readonly id: number; readonly options: SimulateOptions }
  /** The exact text of one call; without a respondent, of the first one. */
  | {
      readonly type: 'prompt';
      readonly id: number;
      readonly study: string;
      readonly condition: string;
      readonly outcome: string;
      readonly respondent?: string;
    }
  /** `a` and `b` as on the command line: a run, a results file, or `REV:path`. */
  | {
      readonly type: 'compare';
      readonly id: number;
      readonly root: string;
      readonly a: string;
      readonly b: string;
    }
  | { readonly type: 'doctor'; readonly id: number; readonly root: string }
  | { readonly type: 'models'; readonly id: number; readonly root: string; readonly keys: Keys }
  /** Gets the embedded engine and its small model, with `status` replies; what was cut off is continued. */
  | { readonly type: 'getModel'; readonly id: number }
  /** Lets the key of a model of the project at `root` go to its hosts; the user said yes. */
  | { readonly type: 'trustModel'; readonly id: number; readonly root: string; readonly model: string }
  /** The user's answer to a `question` of the request `id`. */
  | { readonly type: 'answer'; readonly id: number; readonly question: number; readonly yes: boolean }
  /** The editor's answer to the `lm…` message `call` of the request `id`. */
  | { readonly type: 'lmReply'; readonly id: number; readonly call: number; readonly reply: LmReply }
  /** Graceful: what is in flight finishes. A second one, forced, aborts it. */
  | { readonly type: 'stop'; readonly id: number; readonly forced: boolean };

export type RunReply =
  /** First word of the process: it is up, and which one it is. */
  | { readonly type: 'ready'; readonly pid: number }
  | {
      readonly type: 'started';
      readonly id: number;
      readonly run: string;
      readonly dir: string;
      readonly total: number;
    }
  | {
      readonly type: 'status';
      readonly id: number;
      readonly text: string;
      readonly share: number | undefined;
    }
  | { readonly type: 'progress'; readonly id: number; readonly progress: RunProgress }
  /** Consent to fetch a model, to send profiles, to use a key: the request waits for its `answer`. */
  | {
      readonly type: 'question';
      readonly id: number;
      readonly question: number;
      readonly message: string;
      readonly detail: string;
      readonly yes: string;
    }
  | LmCall
  | { readonly type: 'done'; readonly id: number; readonly result: RunResult }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly error: { readonly code: string; readonly message: string; readonly help: string };
    };

/** What the run process asks of the models of the editor; `call` is a number of its own within the request `id`. */
export type LmCall =
  | {
      readonly type: 'lmModels';
      readonly id: number;
      readonly call: number;
      readonly name: string | undefined;
      readonly asLocal: boolean;
    }
  | ({ readonly type: 'lmRequest'; readonly id: number; readonly call: number } & EditorCall)
  /** Nobody waits for the reply any more. */
  | { readonly type: 'lmCancel'; readonly id: number; readonly call: number };

export type LmReply = EditorReply | { readonly kind: 'models'; readonly models: readonly EditorModelInfo[] };

export type RunResult =
  | SimulateResult
  | DataProfile
  | PlanResult
  | PromptResult
  | CompareResult
  | DoctorResult
  | ModelsGetResult
  | ModelsResult
  | TrustResult;
