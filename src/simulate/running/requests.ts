import type { AnswerCache } from '../ports';
import type { Model, ModelReply } from '../types';
import type { Attempt } from './question';
import type { Claim, Spending } from './spending';

/** How calls are made; a batch only notes them. */
export type RequestMaker = (
  model: Model,
  cache: AnswerCache,
  spending: Spending,
  force: AbortSignal,
) => Request;

/** Makes a call that was claimed, books what it cost and keeps its reply. */
export type Request = (attempt: Attempt, claim: Claim) => Promise<ModelReply>;

export function requester(model: Model, cache: AnswerCache, spending: Spending, force: AbortSignal): Request {
  return async ({ call, key }, claim) => {
    let reply: ModelReply | undefined;
    try {
      reply = await model.ask(call, force);
    } finally {
      spending.settle(claim, reply?.usage);
    }
    await cache.put(key, reply);
    return reply;
  };
}
