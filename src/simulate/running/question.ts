import { cacheKey } from '../cacheKey';
import { promptWriter, promptHash } from '../messages';
import type { Likeness } from '../planning/likeness';
import type { Plan } from '../plan';
import type { ModelStrategy } from '../strategies';
import type { Message, ModelCall, ModelIdentity, Task } from '../types';

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
    return { task, likeness, messages, shown, prompt, attempt: (nth) => (made[nth] ??= attempt(nth)) };
  };
}
