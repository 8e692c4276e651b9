import type { Dispatcher } from 'undici';
import type { ModelDescription, ModelProbe } from '../app/services';
import { addressOf, type Address } from '../engine/http/address';
import {
  defaultDispatcher,
  makeTransport,
  transportDefaults,
  type Exchange,
  type Transport,
} from '../engine/http/transport';
import type { ModelEntry } from '../workspace/types';

const limitMs = 8_000;

interface Asking {
  readonly transport: Transport;
  readonly address: Address;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  readonly signal: AbortSignal;
}

/**
 * Whether an endpoint answers, and what it can do. Abilities are tried out only on this machine: elsewhere trying
 * costs money. A key that may not go to the host is not sent, and neither is anything else.
 */
export async function probeEndpoint(
  entry: Extract<ModelEntry, { kind: 'openai' }>,
  description: ModelDescription,
  key: string | undefined,
  dispatcher: Dispatcher | undefined,
  signal: AbortSignal,
): Promise<ModelProbe> {
  if (description.key === 'untrusted' || description.key === 'missing')
    return { ...description, answers: false, problem: keyProblem(description), can: null };
  const address = addressOf(entry.baseUrl[0] ?? '');
  const settings = { ...transportDefaults, totalMs: limitMs, connectMs: 4_000 };
  const transport = makeTransport(dispatcher ?? defaultDispatcher(address.loopback, settings), settings);
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const asking = { transport, address, headers, model: entry.model, signal };
  try {
    const problem = problemOf(await send(asking, 'GET', '/models'), address.origin);
    const can = problem === null && description.local ? await abilities(asking) : null;
    return { ...description, answers: problem === null, problem, can };
  } finally {
    if (dispatcher === undefined) await transport.close();
  }
}

function keyProblem({ key, keyEnv, name }: ModelDescription): string {
  return key === 'missing'
    ? `${keyEnv ?? ''} is not set.`
    : `The key in ${keyEnv ?? ''} is not approved for this host: vignette models trust ${name}`;
}

function problemOf(exchange: Exchange, origin: string): string | null {
  switch (exchange.kind) {
    case 'reply':
      if (exchange.status < 300) return null;
      return [401, 403].includes(exchange.status)
        ? `${origin} does not accept the key.`
        : `${origin} answers with status ${exchange.status}.`;
    case 'lost':
      return `${origin} cannot be reached (${exchange.code}).`;
    case 'timeout':
      return `${origin} did not answer in time.`;
    case 'too-large':
      return `${origin} answers with something that is no list of models.`;
  }
}

async function abilities(asking: Asking): Promise<NonNullable<ModelProbe['can']>> {
  const format = {
    type: 'json_schema',
    json_schema: {
      name: 'n',
      strict: true,
      schema: { type: 'object', properties: { n: { type: 'integer' } } },
    },
  };
  return {
    logprobs: /"top_logprobs"\s*:\s*\[\s*\{/.test(await reply(asking, { logprobs: true, top_logprobs: 2 })),
    seed: (await reply(asking, { seed: 1 })) !== '',
    json: (await reply(asking, { response_format: format, max_tokens: 16 })) !== '',
  };
}

/** The text of a one-token completion with something more in the request; empty where it is refused. */
async function reply(asking: Asking, more: Readonly<Record<string, unknown>>): Promise<string> {
  const messages = [{ role: 'user', content: 'Answer with 1.' }];
  const body = JSON.stringify({ model: asking.model, messages, max_tokens: 1, ...more });
  const exchange = await send(asking, 'POST', '/chat/completions', body);
  return exchange.kind === 'reply' && exchange.status === 200 ? exchange.text : '';
}

function send(
  { transport, address, headers, signal }: Asking,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<Exchange> {
  return transport.send(
    {
      origin: address.origin,
      path: `${address.path}${path}`,
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body,
    },
    signal,
  );
}
