import type { AnswerRecord, Budget, Message, Model, ModelReply } from './types';

/** Answers that were already paid for. */
export interface AnswerCache {
  get(key: string): ModelReply | undefined;
  /** Resolves when the reply is on its way to disk; never rejects for a full disk, which it reports once. */
  put(key: string, reply: ModelReply): Promise<void>;
}

/** The append-only record of one run. An answer counts once `append` has resolved. */
export interface Journal {
  /** What an earlier process left, by task index. */
  readonly done: ReadonlyMap<number, AnswerRecord>;
  append(record: AnswerRecord): Promise<void>;
  /** Writes a prompt's text the first time its hash is seen. */
  prompt(hash: string, messages: readonly Message[]): Promise<void>;
  /** Flushes to disk. */
  close(): Promise<void>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or rejects with `run/cancelled` when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Where a run stands, several times a second at most. */
export interface RunProgress {
  readonly total: number;
  readonly answered: number;
  readonly failed: number;
  readonly cached: number;
  /** Answers a second over the last seconds, without cache hits. */
  readonly rate: number;
  readonly usd: number | undefined;
  readonly secondsLeft: number | undefined;
  readonly limit: number;
}

export interface RunCounts {
  readonly answers: number;
  readonly requests: number;
  readonly cached: number;
  readonly merged: number;
  readonly failed: number;
  readonly retried: number;
  /** As billed; parts that are nothing are absent, and `estimated` says that the endpoint did not count all of it. */
  readonly usage: {
    readonly in: number;
    readonly out: number;
    readonly cachedIn?: number;
    readonly reasoningOut?: number;
    readonly estimated?: true;
    readonly usd: number | null;
  };
}

export type RunEvent =
  | { readonly kind: 'answer'; readonly record: AnswerRecord }
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | {
      readonly kind: 'end';
      readonly counts: RunCounts;
      readonly complete: boolean;
      readonly why: string | undefined;
    };

/** What a run needs of the world. */
export interface RunPorts {
  /** Undefined for a baseline. */
  readonly model: Model | undefined;
  readonly cache: AnswerCache;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly budget: Budget;
  /** The user's ceiling for calls in flight; undefined: only the model's own limit. */
  readonly concurrency: number | undefined;
}

export interface RunSignals {
  /** No more calls; what is in flight finishes. */
  readonly stop: AbortSignal;
  /** What is in flight is abandoned too. */
  readonly force: AbortSignal;
}

/** A model that the editor offers. */
export interface EditorModelInfo {
  /** How it is asked for again. */
  readonly id: string;
  readonly vendor: string;
  readonly family: string;
  /** For people. */
  readonly name: string;
}

export interface EditorCall {
  readonly model: string;
  readonly messages: readonly Message[];
}

/**
 * Why the editor gave no reply: the user or an administrator does not allow it, there is no such model any more,
 * the provider will not answer this, or anything that may go away.
 */
export type EditorTrouble = 'not-allowed' | 'not-found' | 'blocked' | 'trouble';

export type EditorReply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly why: EditorTrouble; readonly message: string };

/** The models of the editor, for a process beside it. */
export interface EditorModels {
  /**
   * Those that fit, best first: the id, the family or `vendor/family` is `name`; every one without a name. For a study
   * that says `local` only what the user agreed to is offered. Never throws.
   */
  list(
    wish: { readonly name: string | undefined; readonly asLocal: boolean },
    signal: AbortSignal,
  ): Promise<readonly EditorModelInfo[]>;
  /** @throws VignetteError `run/cancelled`; everything else is a reply. */
  ask(call: EditorCall, signal: AbortSignal): Promise<EditorReply>;
}
