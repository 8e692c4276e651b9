import type { AnswerRecord, AnswerResult, Message, ModelReply, Task, Usage } from '../types';
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
  { task, prompt, messages, shown }: Pick<Question, 'task' | 'prompt' | 'messages' | 'shown'>,
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
  const raw = reply.kind === 'text' ? reply.text : undefined;
  const cached = source === 'cached';
  const rest = { result, raw, prompt, usage, ms, cached, retries };
  return {
    record: shown.length === 0 ? recordOf(task, rest) : { ...recordOf(task, rest), shown },
    source,
    messages,
  };
}

/** What a record says beside its task. */
type Rest = Pick<AnswerRecord, 'result' | 'raw' | 'prompt' | 'usage' | 'ms' | 'cached' | 'retries'>;

/** The record of a task; order, frame and profiles only where it has any. */
export function recordOf(task: Task, rest: Rest): AnswerRecord {
  const { index, person, condition, outcome, item, draw, order, frame, profiles } = task;
  const { result, raw, prompt, usage, ms, cached, retries } = rest;
  const { id } = person;
  // Written out: copying one object into another takes several times longer, for every answer of a run.
  if (order === undefined && frame === 0 && profiles === undefined)
    return {
      index,
      person: id,
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
    };
  return {
    index,
    person: id,
    condition,
    outcome,
    item,
    draw,
    ...(order === undefined ? {} : { order }),
    ...(frame === 0 ? {} : { frame }),
    ...(profiles === undefined ? {} : { profiles }),
    ...rest,
  };
}
