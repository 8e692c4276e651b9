import { plusUsage } from '../prices/cost';
import type { AnswerResult, ModelReply, Usage } from '../types';
import { noUsage } from './answered';
import type { Question } from './question';
import type { AskingParts } from './parts';
import type { Claim } from './spending';

/** A reply that can be read, or the last that was tried for, and what it took to get. */
export interface Settled {
  readonly reply: ModelReply;
  /** What it says to the task of the question. */
  readonly result: AnswerResult;
  /** Which attempt it is of, from 0. */
  readonly attempt: number;
  /** Of all attempts that were made here. */
  readonly usage: Usage;
  readonly ms: number;
}

export interface Attempts {
  /** What the cache knows: a settled reply, or the first attempt whose reply it lacks. */
  fromCache(question: Question): Settled | number;
  /** Asks from that attempt on; undefined when asking again no longer fits the budget. */
  ask(question: Question, first: number, claim: Claim): Promise<Settled | undefined>;
}

/** Replies that cannot be read are asked for again, each time with the next attempt's seed. */
export function attemptsOf({ strategy, cache, clock, spending, request }: AskingParts): Attempts {
  function read(question: Question, reply: ModelReply, attempt: number): AnswerResult | undefined {
    const result = strategy.answer(reply, question.task);
    return result.kind === 'failure' && attempt < strategy.retries ? undefined : result;
  }

  return {
    fromCache: (question) => {
      for (let attempt = 0; attempt <= strategy.retries; attempt += 1) {
        const reply = cache.get(question.attempt(attempt).key);
        if (reply === undefined) return attempt;
        const result = read(question, reply, attempt);
        if (result) return { reply, result, attempt, usage: noUsage, ms: 0 };
      }
      return strategy.retries;
    },
    ask: async (question, first, claim) => {
      const began = clock.now();
      let usage = noUsage;
      let next: Claim | undefined = claim;
      for (let attempt = first; next !== undefined; attempt += 1) {
        const reply: ModelReply = await request(question.attempt(attempt), next);
        usage = plusUsage(usage, reply.usage);
        const result = read(question, reply, attempt);
        if (result) return { reply, result, attempt, usage, ms: clock.now() - began };
        next = spending.claim(question.messages, strategy.maxTokens);
      }
      return undefined;
    },
  };
}
