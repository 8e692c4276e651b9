import { cacheKey } from '../cacheKey';
import { messageWriter, promptHash } from '../messages';
import type { Likeness } from '../planning/likeness';
import type { Plan } from '../plan';
import type { ModelStrategy } from '../strategies';
import type { Message, ModelCall, ModelIdentity, Task } from '../types';

/** A task in words: what is sent, and under which name its reply is kept. */
export interface Question {
  readonly task: Task;
  readonly likeness: Likeness;
  readonly messages: readonly Message[];
  /** Hash of the messages. */
  readonly prompt: string;
  /** The call of the first attempt (0) or of a retry. */
  call(attempt: number): ModelCall;
  key(attempt: number): string;
}

export function questionWriter(
  plan: Plan,
  strategy: ModelStrategy,
  identity: ModelIdentity,
): (task: Task) => Question {
  const write = messageWriter(plan.study, plan.settings.prompts);
  return (task) => {
    const likeness = plan.likeness(task.index);
    const { persona, replicate } = likeness;
    const messages = write(task.person, task.condition, task.outcome);
    const prompt = promptHash(messages);
    const draw = strategy.merges ? 0 : replicate;
    const call = (attempt: number): ModelCall =>
      strategy.call({ task, messages, persona, replicate, attempt });
    return {
      task,
      likeness,
      messages,
      prompt,
      call,
      key: (attempt) => cacheKey(identity, call(attempt), draw, prompt),
    };
  };
}
