import { listPrice } from '../simulate/prices/listPrice';
import type { Price } from '../study/types';
import type { ModelEntry } from './types';

const loopback = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/i;

/**
 * What answers cost with a model: what its entry says, nothing for what this machine serves without a key, else the
 * public list price; undefined when nobody knows.
 */
export function priceOf(entry: ModelEntry): Price | undefined {
  if (entry.kind === 'editor') return entry.price;
  if (entry.kind === 'embedded') return { in: 0, out: 0 };
  if (entry.price !== undefined) return entry.price;
  if (entry.keyEnv === undefined && entry.baseUrl.every((url) => loopback.test(url)))
    return { in: 0, out: 0 };
  return listPrice(entry.baseUrl, entry.model);
}
