import type { Price } from '../../study/types';
import { mostReasoning } from '../estimate';
import { usdFor } from '../prices/cost';
import { tokenRange } from '../tokens';
import type { ModelCall } from '../types';

type Interval = readonly [number, number];

/** What calls may take: ranges, since tokens are guessed from characters and replies may be short. */
export interface BatchCost {
  readonly tokens: { readonly in: Interval; readonly out: Interval };
  /** Null when no price is known; [0, 0] is free. */
  readonly usd: Interval | null;
}

export interface CostCounter {
  add(call: ModelCall): void;
  total(): BatchCost;
}

/**
 * Adds up calls: tokens in are a quarter of the characters ± 25 %, tokens out one to the limit that is sent and up to
 * 2,000 more for models that reason. Dollars are those of single calls: what a provider takes off for batches is not in.
 * @param price USD per million tokens; zero when free, undefined when unknown.
 */
export function costCounter(price: Price | undefined, reasons: boolean): CostCounter {
  const hidden = reasons ? mostReasoning : 0;
  let [low, high, calls, out] = [0, 0, 0, 0];
  return {
    add: (call) => {
      const [least, most] = tokenRange(call.messages);
      low += least;
      high += most;
      calls += 1;
      out += (call.kind === 'text' ? call.sampling.maxTokens : 1) + hidden;
    },
    total: () => {
      const tokens = { in: [low, high], out: [calls, out] } as const;
      const usd = calls === 0 ? { in: 0, out: 0 } : price;
      if (usd === undefined) return { tokens, usd: null };
      const least = usdFor({ in: low, out: calls, cachedIn: 0 }, usd);
      return { tokens, usd: [least, usdFor({ in: high, out, cachedIn: 0 }, usd)] };
    },
  };
}
