import type { Likeness } from '../planning/likeness';
import type { AnswerCache, Clock } from '../ports';
import { plusUsage } from '../prices/cost';
import type { ModelStrategy } from '../strategies';
import type { ModelReply, Task, Usage } from '../types';
import { answered, noUsage, type Answered, type Prepared } from './answered';
import type { Question } from './question';
import type { Request } from './requests';
import type { Claim, Spending } from './spending';

export interface AskingParts {
  readonly strategy: ModelStrategy;
  readonly cache: AnswerCache;
  readonly clock: Clock;
  readonly spending: Spending;
  readonly request: Request;
  readonly questionOf: (task: Task) => Question;
  /** `Likeness.call` of a task. */
  readonly callOf: (task: Task) => Likeness['call'];
}

/** Tasks whose reply is one sampled text: a reply that cannot be read is asked again, with the next attempt's seed. */
export function sampledTasks(parts: AskingParts): (task: Task) => Prepared {
  const { strategy, cache, clock, spending, request } = parts;

  function read(question: Question, reply: ModelReply, attempt: number, asked: Asked): Answered | undefined {
    const result = strategy.answer(reply, question.task);
    if (result.kind === 'failure' && attempt < strategy.retries) return undefined;
    return answered(question, result, reply, { ...asked, retries: attempt });
  }

  function fromCache(question: Question): Answered | number {
    for (let attempt = 0; attempt <= strategy.retries; attempt += 1) {
      const reply = cache.get(question.attempt(attempt).key);
      if (reply === undefined) return attempt;
      const found = read(question, reply, attempt, { source: 'cached', usage: noUsage, ms: 0 });
      if (found) return found;
    }
    return strategy.retries;
  }

  async function askOn(question: Question, first: number, claim: Claim): Promise<Answered | undefined> {
    const began = clock.now();
    let usage = noUsage;
    let next: Claim | undefined = claim;
    for (let attempt = first; next !== undefined; attempt += 1) {
      const reply: ModelReply = await request(question.attempt(attempt), next);
      usage = plusUsage(usage, reply.usage);
      const found = read(question, reply, attempt, { source: 'asked', usage, ms: clock.now() - began });
      if (found) return found;
      next = spending.claim(question.messages, strategy.maxTokens);
    }
    return undefined;
  }

  return (task) => {
    const question = parts.questionOf(task);
    const found = fromCache(question);
    if (typeof found !== 'number') return { kind: 'known', answered: found };
    return {
      kind: 'open',
      start: () => {
        const claim = spending.claim(question.messages, strategy.maxTokens);
        return claim && askOn(question, found, claim);
      },
    };
  };
}

interface Asked {
  readonly source: 'asked' | 'cached';
  readonly usage: Usage;
  readonly ms: number;
}
