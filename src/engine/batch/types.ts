import type { Model, ModelCall, ModelReply } from '../../simulate/types';

/** Whose requests a file holds, where bodies differ. */
export type BatchDialect = 'openai' | 'vllm';

/** How calls become lines of a batch, and bodies of completions replies. */
export interface BatchWording {
  /** Whose calls these are: its identity and price. It has no key and is never asked. */
  readonly model: Model;
  readonly dialect: BatchDialect;
  /** One line of JSON, without the newline. */
  line(id: string, call: ModelCall): string;
  /** The reply in the body of a completion; what is none is a problem in words. */
  reply(call: ModelCall, body: unknown): ModelReply | { readonly problem: string };
}

/** Where a batch stands, as the endpoint says. */
export interface BatchStatus {
  readonly id: string;
  /** The endpoint's own word: `validating`, `in_progress`, `completed`, `expired` … */
  readonly status: string;
  /** Nothing more will come. */
  readonly ended: boolean;
  readonly counts: BatchCounts;
  /** Files of replies and of errors, where they are there. */
  readonly files: readonly string[];
  /** What the endpoint says went wrong with the whole batch. */
  readonly problem: string | null;
}

export interface BatchCounts {
  readonly total: number;
  readonly completed: number;
  readonly failed: number;
}

/** The files and batches of one endpoint. Retrying is inside, but for what could make a second batch. */
export interface BatchServer {
  /** @returns the file's id. */
  upload(name: string, content: Uint8Array, signal: AbortSignal): Promise<string>;
  /** @param tag by which `find` knows it again. */
  create(file: string, tag: string, signal: AbortSignal): Promise<BatchStatus>;
  /** The newest batch that was created of this file, or with this tag. */
  find(file: string | null, tag: string, signal: AbortSignal): Promise<BatchStatus | undefined>;
  status(batch: string, signal: AbortSignal): Promise<BatchStatus>;
  /** The lines of a file, without secrets. */
  lines(file: string, signal: AbortSignal): AsyncIterable<string>;
  close(): Promise<void>;
}
