import { throwIfAborted } from '../../util/abort';
import type { Plan } from '../plan';
import type { AnswerCache, Clock } from '../ports';
import type { Answered, Prepared } from '../running/answered';
import { earlierAnswers } from '../running/earlier';
import type { RequestMaker } from '../running/requests';
import { tasksOf } from '../running/tasks';
import type { AnswerRecord, Budget, Model, ModelCall, ModelReply } from '../types';
import { customId } from './customId';

/** What looking through a plan for a batch needs of the world. */
export interface WalkPorts {
  /** Says what replies cost and whose they are; it is never asked. */
  readonly model: Model;
  readonly cache: AnswerCache;
  readonly clock: Clock;
  /** Everything that waits for its reply counts as if it cost all that it may. */
  readonly budget: Budget;
  readonly done: ReadonlyMap<number, AnswerRecord>;
  /** What batches of this run have brought. */
  readonly replies: { get(id: string): ModelReply | undefined };
}

/** A call whose reply is needed and nowhere to be found. */
export interface OpenCall {
  readonly id: string;
  readonly call: ModelCall;
}

export type Step =
  | { readonly kind: 'answered'; readonly answered: Answered }
  | { readonly kind: 'open'; readonly open: OpenCall }
  /** What comes after no longer fits; `limit` in words. */
  | { readonly kind: 'over-budget'; readonly limit: string };

/** Tasks looked at before others have their turn. */
const slice = 500;

/**
 * Looks through a plan, answers what the cache and the replies of batches can answer, and names every other call once,
 * in plan order. Nothing is asked. A call that retries an unreadable reply is named when that reply has come.
 * @throws VignetteError `run/cancelled`, `run/plan-differs`, `run/no-model`, `budget/no-price`.
 */
export async function* walk(plan: Plan, ports: WalkPorts, signal: AbortSignal): AsyncGenerator<Step> {
  const { clock, done } = ports;
  const found: OpenCall[] = [];
  const own = { ...ports, cache: withoutReplies(ports) };
  const tasks = tasksOf(plan, own, signal, earlierAnswers(plan, done), noting(ports, found));
  for (const task of plan.tasks()) {
    if (task.index % slice === 0) await clock.sleep(0);
    throwIfAborted(signal);
    if (done.has(task.index)) continue;
    const outcome = await outcomeOf(tasks.prepare(task));
    for (const open of found.splice(0)) yield { kind: 'open', open };
    if (outcome === 'over-budget') {
      yield { kind: 'over-budget', limit: tasks.spending?.limit ?? 'this run' };
      return;
    }
    if (outcome !== 'waits') yield { kind: 'answered', answered: outcome };
  }
}

/** Thrown where a reply is missing; it never leaves this file. */
class Waits extends Error {}

async function outcomeOf(prepared: Prepared): Promise<Answered | 'waits' | 'over-budget'> {
  if (prepared.kind === 'known') return prepared.answered;
  try {
    const work = prepared.kind === 'shared' ? prepared.wait() : prepared.start();
    return (await work) ?? 'over-budget';
  } catch (error) {
    if (error instanceof Waits) return 'waits';
    throw error;
  }
}

/** Takes replies from batches, and notes the calls that have none. Their claims on the budget stay. */
function noting({ replies }: WalkPorts, found: OpenCall[]): RequestMaker {
  const noted = new Set<string>();
  return (_model, cache, spending) =>
    async ({ call, key }, claim) => {
      const id = customId(key);
      const reply = replies.get(id);
      if (reply !== undefined) {
        spending.settle(claim, reply.usage);
        await cache.put(key, reply);
        return reply;
      }
      if (noted.has(id)) spending.settle(claim, undefined);
      else found.push({ id, call });
      noted.add(id);
      throw new Waits('The reply has not come.');
    };
}

/** What this run paid for is to be booked by it, wherever else it is kept by now. */
function withoutReplies({ cache, replies }: WalkPorts): AnswerCache {
  return {
    get: (key) => (replies.get(customId(key)) === undefined ? cache.get(key) : undefined),
    put: (key, reply) => cache.put(key, reply),
  };
}
