import type { Price } from '../study/types';
import { rng } from '../util/rng';
import { cellKey, type CellId } from './cellId';
import type { Likeness } from './planning/likeness';
import type { Plan } from './plan';
import { questionWriter, type Question } from './running/question';
import { usdFor } from './prices/cost';
import type { ModelStrategy } from './strategies';
import { mostTokens } from './strategies/room';
import { tokenRange } from './tokens';
import type { ModelIdentity, Task } from './types';

export interface EstimateInputs {
  /** Whether a reply of this key is at hand. */
  readonly cached: (key: string) => boolean;
  /** Undefined for a baseline, and where only loading a model tells what it is: then nothing counts as cached. */
  readonly identity: ModelIdentity | undefined;
  /** USD per million tokens; zero when free, undefined when unknown. */
  readonly price: Price | undefined;
  /** Whether the model thinks in tokens that are billed and not shown: replies may then be far longer than asked. */
  readonly reasons?: boolean;
  /** Seconds that a call takes, calls in flight at once counted in; undefined when no run has shown it. */
  readonly secondsPerCall?: number | undefined;
}

type Interval = readonly [number, number];

export interface Estimate {
  readonly calls: number;
  readonly cached: number;
  readonly merged: number;
  readonly tokens: { readonly in: Interval; readonly out: Interval };
  /** Null when no price is known; [0, 0] is free. */
  readonly usd: Interval | null;
  readonly seconds: Interval | null;
  readonly byCell: readonly (CellId & { readonly answers: number; readonly cached: number })[];
}

/** Tasks whose text is looked at; a larger plan is looked at in even steps and scaled up. */
const mostLooked = 5_000;

/** Tokens of hidden reasoning that a short question hardly exceeds. */
export const mostReasoning = 2_000;

/** How much longer or shorter a run may take than calls so far say. */
const spread = 0.3;

/**
 * What a run would take, before it is started: answers = calls + cached + merged (a baseline needs no calls), and one
 * call more for each answer that is asked for in words and coded. Tokens
 * in are a quarter of the characters ± 25 %, tokens out one to the limit that is sent, and up to 2,000 more for models
 * that reason; retries and the endpoint's own cache are not foreseen.
 * Equal calls whose orders, frames or profiles vary are found among the tasks that are looked at only.
 */
export function estimate(plan: Plan, inputs: EstimateInputs): Estimate {
  const counted = plan.strategy.kind === 'host' ? noCalls : countCalls(plan, plan.strategy, inputs);
  const { calls, cached, merged, tokensIn, tokensOut } = counted;
  const { price, secondsPerCall } = inputs;
  const usd = calls === 0 ? { in: 0, out: 0 } : price;
  const least = { in: tokensIn[0], out: tokensOut[0], cachedIn: 0 };
  const most = { in: tokensIn[1], out: tokensOut[1], cachedIn: 0 };
  const seconds = calls === 0 ? 0 : secondsPerCall && calls * secondsPerCall;
  return {
    calls,
    cached,
    merged,
    tokens: { in: tokensIn, out: tokensOut },
    usd: usd ? [usdFor(least, usd), usdFor(most, usd)] : null,
    seconds: seconds === undefined ? null : [seconds * (1 - spread), seconds * (1 + spread)],
    byCell: plan.cells.map(({ condition, outcome, item, answers }) => {
      const share = counted.cachedShares.get(cellKey({ condition, outcome, item })) ?? 0;
      return { condition, outcome, item, answers, cached: Math.round(share * answers) };
    }),
  };
}

interface Counted {
  readonly calls: number;
  readonly cached: number;
  readonly merged: number;
  readonly tokensIn: Interval;
  readonly tokensOut: Interval;
  /** Part of a cell's answers that is cached, 0 … 1, by `cellKey`. */
  readonly cachedShares: ReadonlyMap<string, number>;
}

const noCalls: Counted = {
  calls: 0,
  cached: 0,
  merged: 0,
  tokensIn: [0, 0],
  tokensOut: [0, 0],
  cachedShares: new Map(),
};

function countCalls(plan: Plan, strategy: ModelStrategy, inputs: EstimateInputs): Counted {
  const look = taskLooker(plan, strategy, inputs);
  const cells = new Map<string, { looked: number; cached: number }>();
  const seen = { looked: 0, calls: 0, cached: 0, merged: 0, coded: 0, low: 0, high: 0, out: 0 };
  for (const index of sampledIndices(plan.total)) {
    const task = plan.task(index);
    const key = cellKey(task);
    const cell = cells.get(key) ?? { looked: 0, cached: 0 };
    cells.set(key, cell);
    const found = look(task);
    seen.looked += 1;
    cell.looked += 1;
    if (found.kind === 'cached') cell.cached += 1;
    seen[found.kind] += 1;
    seen.low += found.tokens[0];
    seen.high += found.tokens[1];
    seen.coded += found.coded;
    seen.out += found.out;
  }
  const scale = seen.looked === 0 ? 0 : plan.total / seen.looked;
  const cached = Math.round(seen.cached * scale);
  const merged = Math.round(seen.merged * scale);
  const calls = plan.total - cached - merged + Math.round(seen.coded * scale);
  return {
    calls,
    cached,
    merged,
    tokensIn: [Math.round(seen.low * scale), Math.round(seen.high * scale)],
    tokensOut: [calls, Math.round(seen.out * scale) + calls * (inputs.reasons ? mostReasoning : 0)],
    cachedShares: new Map([...cells].map(([key, cell]) => [key, cell.cached / cell.looked])),
  };
}

interface Looked {
  readonly kind: 'calls' | 'cached' | 'merged';
  /** Of everything that is sent. */
  readonly tokens: Interval;
  /** Most tokens of the replies. */
  readonly out: number;
  /** Calls that code the answer. */
  readonly coded: 0 | 1;
}

const nothing = { tokens: [0, 0], out: 0, coded: 0 } as const;

function taskLooker(plan: Plan, strategy: ModelStrategy, inputs: EstimateInputs): (task: Task) => Looked {
  const { identity, cached } = inputs;
  const questionOf = questionWriter(plan, strategy, identity ?? nobody);
  const known = new Map<Likeness['call'], boolean>();
  const isCached = (task: Task, question: () => Question): boolean => {
    if (identity === undefined) return false;
    if (!strategy.merges) return cached(question().attempt(0).key);
    const { call } = plan.likeness(task.index);
    const found = known.get(call) ?? cached(question().attempt(0).key);
    known.set(call, found);
    return found;
  };
  const varied = plan.settings.orders !== 'forward' || plan.settings.frames > 1;
  const seen = new Set<Likeness['call']>();
  const isMerged = ({ profiles }: Task, { call, replicate }: Likeness): boolean => {
    if (!varied && profiles === undefined) return replicate > 0;
    const earlier = seen.has(call);
    seen.add(call);
    return earlier;
  };
  return (task) => {
    let made: Question | undefined;
    const question = (): Question => (made ??= questionOf(task));
    if (isCached(task, question)) return { kind: 'cached', ...nothing };
    if (strategy.merges && isMerged(task, plan.likeness(task.index))) return { kind: 'merged', ...nothing };
    return { kind: 'calls', ...wholeCall(question()) };
  };
}

/** A call and, where the answer is coded, the coder's after it, which reads all that the first may answer. */
function wholeCall(question: Question): Omit<Looked, 'kind'> {
  const { call } = question.attempt(0);
  const [low, high] = tokenRange(call.messages);
  const out = mostTokens(call);
  const second = question.coding({ kind: 'words', text: '' }, 0);
  if (second === undefined) return { tokens: [low, high], out, coded: 0 };
  const [lowCoder, highCoder] = tokenRange(second.call.messages);
  return { tokens: [low + lowCoder, high + highCoder + out], out: out + mostTokens(second.call), coded: 1 };
}

const nobody: ModelIdentity = { name: '', engine: 'none', model: '', where: '', demonstration: false };

/** All tasks, or one at a random place of each of 5,000 even stretches, since cells take turns in an even rhythm. */
function* sampledIndices(total: number): Iterable<number> {
  const step = Math.max(1, Math.ceil(total / mostLooked));
  const random = rng('estimate', total);
  for (let from = 0; from < total; from += step) yield from + random.below(Math.min(step, total - from));
}
