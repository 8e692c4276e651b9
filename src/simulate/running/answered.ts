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
  return {
    record: { ...aboutTask(task), result, raw, prompt, usage, ms, cached, retries, ...shownBy(shown) },
    source,
    messages,
  };
}

/** What a record says of its task; order, frame and profiles only where it has any. */
export function aboutTask(
  task: Task,
): Pick<
  AnswerRecord,
  'index' | 'person' | 'condition' | 'outcome' | 'item' | 'draw' | 'order' | 'frame' | 'profiles'
> {
  const { index, person, condition, outcome, item, draw, order, frame, profiles } = task;
  return {
    index,
    person: person.id,
    condition,
    outcome,
    item,
    draw,
    ...(order === undefined ? {} : { order }),
    ...(frame === 0 ? {} : { frame }),
    ...(profiles === undefined ? {} : { profiles }),
  };
}

function shownBy(shown: readonly string[]): Pick<AnswerRecord, 'shown'> {
  return shown.length === 0 ? {} : { shown };
}
