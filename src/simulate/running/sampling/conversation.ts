import type { ModelStrategy } from '../../strategies';
import type { AnswerRecord, AnswerResult, ModelReply } from '../../types';
import type { Attempt, Question } from '../question';

/** What came of a task. */
export interface Talked {
  readonly result: AnswerResult;
  /** The reply that was read as the answer. */
  readonly reply: ModelReply;
  readonly retries: number;
  readonly coding: AnswerRecord['coding'];
}

/** What is to be asked next; whoever drives it hands in the reply, from the cache or from the model. */
export type Conversation = Generator<Attempt, Talked, ModelReply>;

/**
 * All that is asked for a task: its question until the reply can be read or the retries are used up, and after it, where
 * the strategy codes what was answered, the coder's question likewise.
 */
export function* conversation(strategy: ModelStrategy, question: Question): Conversation {
  const { task } = question;
  const { result, reply, retries } = yield* asked(
    strategy.retries,
    (nth) => question.attempt(nth),
    (got) => strategy.answer(got, task),
  );
  const first = question.coding(result, 0);
  if (first === undefined) return { result, reply, retries, coding: undefined };
  const coded = yield* asked(
    strategy.retries,
    (nth) => (nth === 0 ? first : (question.coding(result, nth) ?? first)),
    (got) => strategy.coded?.(got, task, result) ?? result,
  );
  const raw = coded.reply.kind === 'text' ? coded.reply.text : '';
  return { result: coded.result, reply, retries, coding: { raw, calls: coded.retries + 1 } };
}

function* asked(
  most: number,
  attempt: (nth: number) => Attempt,
  read: (reply: ModelReply) => AnswerResult,
): Generator<Attempt, Pick<Talked, 'result' | 'reply' | 'retries'>, ModelReply> {
  for (let retries = 0; ; retries += 1) {
    const reply = yield attempt(retries);
    const result = read(reply);
    if (result.kind !== 'failure' || retries >= most) return { result, reply, retries };
  }
}

/** Requests that an answer took which was asked for: the first, the retries, and those of its coder. */
export function requestsOf({ retries, coding }: Pick<AnswerRecord, 'retries' | 'coding'>): number {
  return 1 + retries + (coding?.calls ?? 0);
}
