import { VignetteError } from '../../util/errors';
import { usdFor } from '../prices/cost';
import { tokenCeiling } from '../tokens';
import type { Budget, Message, Model, Usage } from '../types';

/** What a call in flight may still cost at most. */
export interface Claim {
  /** Tokens of the messages as they were guessed, without what replies have taught. */
  readonly guessed: number;
  /** Tokens that the reply may have by its own limit. */
  readonly maxTokens: number;
  readonly tokens: number;
  readonly usd: number;
}

/** Keeps a budget: what is in flight counts as if it cost all that it may. */
export interface Spending {
  /** Sets aside what a call may cost; undefined when that no longer fits. */
  claim(messages: readonly Message[], maxTokens: number): Claim | undefined;
  /** The call is back: `usage` is what it took, undefined when it failed unbilled. */
  settle(claim: Claim, usage: Usage | undefined): void;
  /** The limit that was met, in words. */
  readonly limit: string | undefined;
}

export interface Spent {
  readonly requests: number;
  readonly usage: Pick<Usage, 'in' | 'out' | 'cachedIn'>;
}

/**
 * @param before what earlier processes of this run spent: it counts too.
 * @throws VignetteError `budget/no-price` when dollars are limited and a call's price is unknown.
 */
export function makeSpending(budget: Budget, model: Model, before: Spent): Spending {
  const price = model.price ?? (model.capabilities.local ? { in: 0, out: 0 } : undefined);
  if (budget.usd !== undefined && price === undefined) throw noPrice(model.identity.name);
  const limited = budget.usd !== undefined || budget.tokens !== undefined;
  let calls = before.requests;
  let tokens = before.usage.in + before.usage.out;
  let usd = usdFor(before.usage, price);
  let limit: string | undefined;

  // How far an endpoint's count of tokens went beyond our guess; hidden instructions and rare scripts do that.
  let excess = 1;
  // Tokens of a reply beyond its limit: reasoning that is billed, and servers that know no limit.
  let beyond = 0;

  function claim(messages: readonly Message[], maxTokens: number): Claim | undefined {
    const guessed = limited ? tokenCeiling(messages) : 0;
    const tokensIn = Math.ceil(guessed * excess);
    const tokensOut = maxTokens + Math.max(beyond, model.hiddenTokens?.() ?? 0);
    const wanted = {
      guessed,
      maxTokens,
      tokens: limited ? tokensIn + tokensOut : 0,
      usd: usdFor({ in: tokensIn, out: tokensOut, cachedIn: 0 }, price),
    };
    limit = exceeded(budget, calls + 1, tokens + wanted.tokens, usd + wanted.usd);
    if (limit !== undefined) return undefined;
    calls += 1;
    tokens += wanted.tokens;
    usd += wanted.usd;
    return wanted;
  }

  function settle(claim: Claim, usage: Usage | undefined): void {
    tokens += (usage ? usage.in + usage.out : 0) - claim.tokens;
    usd += (usage ? usdFor(usage, price) : 0) - claim.usd;
    if (usage === undefined || claim.guessed === 0) return;
    excess = Math.max(excess, usage.in / claim.guessed);
    beyond = Math.max(beyond, usage.out - claim.maxTokens);
  }

  return {
    claim,
    settle,
    get limit() {
      return limit;
    },
  };
}

function exceeded(budget: Budget, calls: number, tokens: number, usd: number): string | undefined {
  if (budget.calls !== undefined && calls > budget.calls) return `${budget.calls} calls`;
  if (budget.tokens !== undefined && tokens > budget.tokens) return `${budget.tokens} tokens`;
  if (budget.usd !== undefined && usd > budget.usd) return `$${budget.usd}`;
  return undefined;
}

function noPrice(model: string): VignetteError {
  return new VignetteError({
    code: 'budget/no-price',
    message: `A budget in dollars cannot be kept: the price of ${model} is not known.`,
    help: 'Give the model a `price` in vignette.yaml, or limit calls or tokens instead.',
    audience: 'usage',
  });
}
