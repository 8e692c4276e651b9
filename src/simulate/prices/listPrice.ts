import type { Price } from '../../study/types';
import { listPrices } from './table';

/** A version of a model by its date, which costs what the model costs unless the table says otherwise. */
const version = /-(?:\d{4}-\d{2}-\d{2}|\d{8}|latest)$/;

/**
 * The public list price of a model at the vendor's own address; undefined for what no table lists, and for several
 * base URLs of which one is not that vendor's.
 */
export function listPrice(baseUrls: readonly string[], model: string): Price | undefined {
  const found = baseUrls.map((url) => priceAt(hostOf(url), model));
  const [first] = found;
  return found.every((price) => price === first) ? first : undefined;
}

/** Whether a model thinks before it answers, in tokens that are billed and not shown; by its name alone. */
export function reasons(model: string): boolean {
  return /(?:^|\/)(?:o[134](?:-|$)|gpt-(?:[5-9]|oss)(?![\d.]*-chat)|deepseek-(?:reasoner|r1)|magistral|qwq|gemini-(?:2\.5|[3-9]))|[-_]r1\b|thinking|reasoning/i.test(
    model,
  );
}

function priceAt(host: string | undefined, model: string): Price | undefined {
  const prices = host === undefined ? undefined : listPrices.get(host);
  return prices?.get(model) ?? prices?.get(model.replace(version, ''));
}

/** Only over TLS at the usual port: anything else that calls itself so is not the vendor. */
function hostOf(baseUrl: string): string | undefined {
  return /^https:\/\/([a-z0-9.-]+)(?::443)?(?:\/|$)/i.exec(baseUrl)?.[1]?.toLowerCase();
}
