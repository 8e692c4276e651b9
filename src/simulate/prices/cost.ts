import type { Price } from '../../study/types';
import type { Usage } from '../types';

type Billed = Pick<Usage, 'in' | 'out' | 'cachedIn'>;

/** US dollars for tokens; 0 without a price. Cached tokens cost what the price says of them, else as much as others. */
export function usdFor(usage: Billed, price: Price | undefined): number {
  if (price === undefined) return 0;
  const cached = Math.min(usage.cachedIn, usage.in);
  const cachedPrice = price.cachedIn ?? price.in;
  return ((usage.in - cached) * price.in + cached * cachedPrice + usage.out * price.out) / 1e6;
}

/** The usage of two calls together; estimated as soon as one of them is. */
export function plusUsage(a: Usage, b: Usage): Usage {
  const reasoning = (a.reasoningOut ?? 0) + (b.reasoningOut ?? 0);
  return {
    in: a.in + b.in,
    out: a.out + b.out,
    cachedIn: a.cachedIn + b.cachedIn,
    ...(reasoning > 0 && { reasoningOut: reasoning }),
    ...((a.estimated || b.estimated) && { estimated: true as const }),
  };
}
