import type { AnswerRecord, AnswerResult, Message, ModelReply, Usage } from '../types';
import type { Question } from './question';
import type { Source } from './tally';

/** An answer with what the journal needs of its prompt. */
export interface Answered {
  readonly record: AnswerRecord;
  readonly source: Source;
  readonly messages: readonly Message[];
}

/**
 * A task that was looked at: answered already, waiting for an equal call (which takes no place and costs nothing), or
 * open. `start` gives undefined when the call no longer fits the budget, and so does its promise for a retry.
 */
export type Prepared =
  | { readonly kind: 'known'; readonly answered: Answered }
  | { readonly kind: 'shared'; wait(): Promise<Answered | undefined> }
  | { readonly kind: 'open'; start(): Promise<Answered | undefined> | undefined };

export const noUsage: Usage = { in: 0, out: 0, cachedIn: 0 };

export function answered(
  { task, prompt, messages }: Pick<Question, 'task' | 'prompt' | 'messages'>,
  result: AnswerResult,
  reply: ModelReply,
  about: {
    readonly source: Source;
    readonly usage: Usage;
    readonly ms: number;
    readonly retries: number;
  },
): Answered {
  const { source, usage, ms, retries } = about;
  const { index, condition, outcome, item, draw } = task;
  const raw = reply.kind === 'text' ? reply.text : undefined;
  const cached = source === 'cached';
  const person = task.person.id;
  return {
    record: {
      index,
      person,
      condition,
      outcome,
      item,
      draw,
      result,
      raw,
      prompt,
      usage,
      ms,
      cached,
      retries,
    },
    source,
    messages,
  };
}
