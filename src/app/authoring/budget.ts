import type { Estimate } from '../../simulate/estimate';
import type { Project } from '../../workspace/types';

/** Says which limit of a budget a run passes even if it takes as little as it may; undefined when none. */
export function budgetMessage(
  { usd, calls, tokens }: Project['budget'],
  estimate: Pick<Estimate, 'calls' | 'tokens' | 'usd'>,
): string | undefined {
  const leastTokens = estimate.tokens.in[0] + estimate.tokens.out[0];
  if (calls !== undefined && estimate.calls > calls)
    return said(`${count(estimate.calls)} calls`, count(calls));
  if (tokens !== undefined && leastTokens > tokens)
    return said(`at least ${count(leastTokens)} tokens`, count(tokens));
  const least = estimate.usd?.[0] ?? 0;
  return usd !== undefined && least > usd ? said(`at least ${dollars(least)}`, dollars(usd)) : undefined;
}

function said(takes: string, limit: string): string {
  return `A run takes ${takes}; the budget of vignette.yaml is ${limit}.`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function dollars(value: number): string {
  return `$${value.toFixed(2)}`;
}
