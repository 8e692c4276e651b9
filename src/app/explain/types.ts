import type { AnswerResult, Message, Usage } from '../../simulate/types';

/** A part of the name under which a reply is kept. */
export type KeyPart = 'model' | 'parameters' | 'prompt' | 'draw' | 'version';

/** One part that is another than in what was compared with. */
export interface KeyDifference {
  readonly part: KeyPart;
  readonly now: string;
  readonly then: string;
  /** Of the prompt: the lines that differ, as a unified diff. */
  readonly diff?: string;
}

/** Where the answer came from: the cache, a call of its own, the call of another, no model; or it is not there yet. */
export type AnswerSource = 'cache' | 'asked' | 'merged' | 'baseline' | 'open';

export interface WhyResult {
  readonly run: string;
  readonly study: string;
  readonly condition: string;
  readonly outcome: string;
  readonly item: string | null;
  readonly respondent: string;
  readonly draw: number;
  /** Place in the plan, from 0. */
  readonly index: number;
  readonly source: AnswerSource;
  /** Why it was or was not taken from the cache, in a sentence or two. */
  readonly why: string;
  /** What the reply is kept under; null for a baseline. */
  readonly key: {
    readonly hash: string;
    readonly model: string;
    readonly parameters: Readonly<Record<string, string | number>>;
    /** Hash of the messages. */
    readonly prompt: string;
    /** Which of the respondents with these messages this is, from 0. */
    readonly draw: number;
    /** Whether the cache has a reply under it now. */
    readonly cached: boolean;
  } | null;
  /** The earlier run whose answer to the same question is nearest, and what of its key is another; null without one. */
  readonly nearest: { readonly run: string; readonly differs: readonly KeyDifference[] } | null;
  /** Other draws of the same call that the cache has now. */
  readonly otherDraws: readonly number[];
  readonly messages: readonly Message[];
  /** Codes in the order in which the options were shown; null: as the study has them. */
  readonly order: readonly number[] | null;
  readonly frame: number;
  readonly profiles: readonly (readonly string[])[] | null;
  /** Answers that few-shot showed. */
  readonly shown: readonly string[];
  /** Null while it is open. */
  readonly result: AnswerResult | null;
  readonly raw: string | null;
  readonly usage: Usage | null;
  readonly ms: number | null;
  readonly retries: number | null;
}
