import type { SimulateOptions, SimulateResult } from '../app/types';
import type { DataProfile } from '../data/types';
import type { RunProgress } from '../simulate/ports';

/** Messages between the editor and the run process; every request is answered by one `done` or `failed`. */
export type RunRequest =
  | {
      readonly type: 'simulate';
      readonly id: number;
      readonly options: SimulateOptions;
      readonly keys: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'resume';
      readonly id: number;
      readonly run: string;
      readonly root: string;
      readonly keys: Readonly<Record<string, string>>;
    }
  | { readonly type: 'profile'; readonly id: number; readonly path: string; readonly shown: string }
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
  | { readonly type: 'done'; readonly id: number; readonly result: SimulateResult | DataProfile }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly error: { readonly code: string; readonly message: string; readonly help: string };
    };
