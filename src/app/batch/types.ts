import type { BatchCounts, BatchDialect } from '../../engine/batch/types';
import type { BatchCost } from '../../simulate/batch/cost';
import type { SimulateOptions, SimulateResult } from '../types';

/** What `batch export`, `submit` and `collect` return: the JSON of the command line. */

export interface BatchExportOptions extends Omit<SimulateOptions, 'study'> {
  /** A run, or a study of which a run is planned. */
  readonly target: string;
  /** Whose requests the files hold; undefined follows from the endpoint. */
  readonly dialect?: BatchDialect;
}

export interface BatchFile {
  /** Absolute. */
  readonly path: string;
  readonly calls: number;
  readonly bytes: number;
}

export interface BatchExportResult {
  readonly run: string;
  readonly dir: string;
  readonly dialect: BatchDialect;
  /** Files to submit or to run; those that are submitted already are not among them. */
  readonly files: readonly BatchFile[];
  /** Lines of these files. */
  readonly calls: number;
  /** What these calls may take, at the price of single calls. */
  readonly tokens: BatchCost['tokens'];
  readonly usd: BatchCost['usd'];
  /** Calls that wait in submitted batches. */
  readonly submitted: number;
  /** Answers of the run. */
  readonly answers: number;
  /** Of these, those that the journal or the cache has. */
  readonly answered: number;
  /** Whether every call that is open is in a file or a batch. */
  readonly complete: boolean;
  /** Why not. */
  readonly why: string | null;
}

export interface BatchSubmitOptions {
  readonly run: string;
  readonly yes?: boolean;
  readonly budget?: SimulateOptions['budget'];
}

export interface BatchState {
  /** The endpoint's id of the batch. */
  readonly batch: string;
  /** Absolute path of the file that was submitted. */
  readonly file: string;
  readonly status: string;
  readonly counts: BatchCounts;
  /** Whether its replies were read. */
  readonly collected: boolean;
  readonly problem: string | null;
}

export interface BatchSubmitResult {
  readonly run: string;
  readonly dir: string;
  /** Batches that this call created. */
  readonly created: number;
  /** What the calls may take that nothing had been made of before, at the price of single calls. */
  readonly tokens: BatchCost['tokens'];
  readonly usd: BatchCost['usd'];
  /** All batches of the run. */
  readonly batches: readonly BatchState[];
}

export interface BatchCollectOptions {
  readonly run: string;
  /** Output files of `vllm run-batch` or of a cluster, instead of the endpoint's. */
  readonly files?: readonly string[];
  /** Until every batch has ended. */
  readonly wait?: boolean;
  readonly yes?: boolean;
}

/** Lines of output and error files, each counted once. */
export interface LineCounts {
  readonly read: number;
  /** Replies that were new. */
  readonly collected: number;
  /** Replies that an earlier collecting brought. */
  readonly known: number;
  /** More than one line for one call in this collecting; the first counts. */
  readonly duplicate: number;
  /** Lines of no call that is open in this run. */
  readonly unknown: number;
  /** Lines that are no reply at all. */
  readonly garbage: number;
  /** Calls that the engine could not answer, and replies that are no completion. */
  readonly failed: number;
}

export interface BatchCollectResult extends SimulateResult {
  readonly batches: readonly BatchState[];
  readonly lines: LineCounts;
  /** Calls whose reply is still missing: those of running batches, failed ones, and retries of unreadable replies. */
  readonly open: number;
  /** What failed and how often, most often first. */
  readonly problems: readonly { readonly message: string; readonly count: number }[];
}
