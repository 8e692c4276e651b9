import type { Likeness } from '../planning/likeness';
import type { ModelReply, Task } from '../types';
import { answered, noUsage, type Answered, type Prepared } from './answered';
import type { Question } from './question';
import type { AskingParts } from './sampled';

/** A reply that several tasks draw from, and how those after the first come by it. */
interface SharedReply {
  readonly question: Question;
  readonly source: 'merged' | 'cached';
  readonly reply: Promise<ModelReply | undefined>;
}

/**
 * Tasks whose reply is a list of probabilities: equal calls are made once, and every task draws from the reply.
 * @param paid calls (`Likeness.call`) for which an earlier process of this run paid.
 */
export function mergedTasks(
  parts: AskingParts,
  paid: ReadonlySet<Likeness['call']>,
): (task: Task) => Prepared {
  const { strategy, cache, clock, spending, request } = parts;
  const shared = new Map<Likeness['call'], SharedReply>();

  function keep(question: Question, entry: SharedReply): void {
    if (question.likeness.alike > 1) shared.set(question.likeness.call, entry);
  }

  async function draw(task: Task, { question, source, reply }: SharedReply): Promise<Answered | undefined> {
    const got = await reply;
    const asked = { source, usage: noUsage, ms: 0, retries: 0 };
    return got && answered({ ...question, task }, strategy.answer(got, task), got, asked);
  }

  async function ask(question: Question, reply: Promise<ModelReply>): Promise<Answered> {
    const began = clock.now();
    const got = await reply;
    const asked = { source: 'asked', usage: got.usage, ms: clock.now() - began, retries: 0 } as const;
    return answered(question, strategy.answer(got, question.task), got, asked);
  }

  return (task) => {
    const call = parts.callOf(task);
    const twin = shared.get(call);
    if (twin) return { kind: 'shared', wait: () => draw(task, twin) };
    const question = parts.questionOf(task);
    const attempt = question.attempt(0);
    const known = cache.get(attempt.key);
    if (known) {
      const source = paid.has(call) ? 'merged' : 'cached';
      keep(question, { question, source, reply: Promise.resolve(known) });
      const asked = { source, usage: noUsage, ms: 0, retries: 0 } as const;
      return { kind: 'known', answered: answered(question, strategy.answer(known, task), known, asked) };
    }
    return {
      kind: 'open',
      start: () => {
        const claim = spending.claim(question.messages, strategy.maxTokens);
        if (claim === undefined) return undefined;
        const reply = request(attempt, claim);
        keep(question, { question, source: 'merged', reply });
        return ask(question, reply);
      },
    };
  };
}
