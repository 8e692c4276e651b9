import { hashParts } from '../../util/hash';
import { cacheKey } from '../cacheKey';
import { promptWriter, promptHash } from '../messages';
import type { Likeness } from '../planning/likeness';
import type { Plan } from '../plan';
import type { ModelStrategy } from '../strategies';
import type { AnswerResult, Message, ModelCall, ModelIdentity, Task } from '../types';

/** A task in words. */
export interface Question {
  readonly task: Task;
  readonly likeness: Likeness;
  readonly messages: readonly Message[];
  /** Ids of the examples in the messages. */
  readonly shown: readonly string[];
  /** Hash of the messages. */
  readonly prompt: string;
  /** The first attempt (0) or a retry. */
  attempt(nth: number): Attempt;
  /** The coder's question about an answer; undefined where the strategy codes none. No two tasks share its reply. */
  coding(result: AnswerResult, nth: number): Attempt | undefined;
}

export interface Attempt {
  readonly call: ModelCall;
  /** Under which name its reply is kept. */
  readonly key: string;
}

export function questionWriter(
  plan: Plan,
  strategy: ModelStrategy,
  identity: ModelIdentity,
): (task: Task) => Question {
  const write = promptWriter(plan.study, plan.settings, strategy);
  return (task) => {
    const likeness = plan.likeness(task.index);
    const { persona, replicate } = likeness;
    const { messages, shown } = write(task);
    const prompt = promptHash(messages);
    const draw = strategy.merges ? 0 : replicate;
    const made: Attempt[] = [];
    const attempt = (nth: number): Attempt => {
      const call = strategy.call({ task, messages, persona, replicate, attempt: nth });
      return { call, key: cacheKey(identity, call, draw, prompt) };
    };
    const coding = (result: AnswerResult, nth: number): Attempt | undefined => {
      const call = strategy.coding?.({ task, messages, persona, replicate, attempt: nth }, result);
      const asked = call && hashParts([prompt, promptHash(call.messages)]);
      return call && { call, key: cacheKey(identity, call, draw, asked) };
    };
    return {
      task,
      likeness,
      messages,
      shown,
      prompt,
      attempt: (nth) => (made[nth] ??= attempt(nth)),
      coding,
    };
  };
}
