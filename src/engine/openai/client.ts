import OpenAI from 'openai';
import type { Dispatcher } from 'undici';
import { addressOf } from '../http/address';
import { makeTransport, transportDefaults, type Exchange } from '../http/transport';
import { headersWith } from './endpoint';

export interface Client {
  readonly openai: OpenAI;
  close(): Promise<void>;
}

/**
 * The `openai` package over our own connections, for everything but sampling (see docs/decisions). What it
 * would take from the environment or add about this machine is neither read nor sent.
 */
export function openClient(
  baseUrl: string,
  deps: { readonly key: string | undefined; readonly dispatcher?: Dispatcher; readonly totalMs: number },
): Client {
  const { origin, loopback } = addressOf(baseUrl);
  const settings = { ...transportDefaults, totalMs: deps.totalMs };
  const transport = makeTransport(deps.dispatcher, loopback, settings);
  const headers = headersWith(deps.key);
  const openai = packageOver(baseUrl, deps.key, deps.totalMs, async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = `${url.pathname}${url.search}`;
    const method = init?.method === 'POST' ? 'POST' : 'GET';
    const body = typeof init?.body === 'string' ? init.body : undefined;
    const signal = init?.signal ?? new AbortController().signal;
    return responseOf(await transport.send({ origin, path, method, headers, body }, signal));
  });
  return { openai, close: () => transport.close() };
}

/** The package alone, with `fetch` for its connections, its own retries off. */
export function packageOver(
  baseUrl: string,
  key: string | undefined,
  timeoutMs: number,
  fetch: NonNullable<ConstructorParameters<typeof OpenAI>[0]>['fetch'] & object,
): OpenAI {
  return new OpenAI({
    apiKey: key ?? 'none',
    baseURL: baseUrl,
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    timeout: timeoutMs,
    fetch,
  });
}

function responseOf(exchange: Exchange): Response {
  if (exchange.kind !== 'reply') throw new TypeError(`No reply: ${exchange.kind}.`);
  const empty = exchange.status === 204 || exchange.status === 304;
  return new Response(empty ? null : exchange.text, {
    status: exchange.status,
    headers: { 'content-type': 'application/json' },
  });
}
