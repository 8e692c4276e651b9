import type { Dispatcher } from 'undici';
import type { Clock } from '../../simulate/ports';
import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import { rng } from '../../util/rng';
import { makeCircuit, type Circuit } from '../circuit';
import type { OnEvent } from '../events';
import type { Attempt } from '../failure';
import { makeLimiter, type Limiter, type Turn } from '../limiter';
import { makePool, type Lease } from '../pool';
import { redact } from '../redact';
import { withRetries } from '../retry';
import type { OpenaiEntry } from './entry';
import { addressOf, type Address } from '../http/address';
import { failureOf, notACompletion, type Asked } from './classify';
import { makeDialect, type BodyRules, type Dialect } from './dialect';
import { completionOf, type Completion } from './replies';
import type { ChatBody } from './requests';
import type { EndpointSettings } from './settings';
import { makeTransport, type Exchange, type HttpRequest } from '../http/transport';

export interface EndpointDeps {
  readonly key: string | undefined;
  readonly clock: Clock;
  /** Instead of pooled connections by the environment's proxy settings. */
  readonly dispatcher?: Dispatcher;
  readonly settings: EndpointSettings;
  readonly onEvent: OnEvent;
}

/** One model behind its base URLs, with waiting, retrying and limits inside. */
export interface Endpoint {
  /** @throws VignetteError with audience `endpoint` when there is no completion to be had. */
  complete(body: (rules: BodyRules) => ChatBody, signal: AbortSignal): Promise<Completion>;
  readonly limiter: Limiter;
  close(): Promise<void>;
}

/** @throws VignetteError `model/bad-url` or `model/bad-key` before anything is sent. */
export function openEndpoint(entry: OpenaiEntry, deps: EndpointDeps): Endpoint {
  const { clock, settings, onEvent } = deps;
  const [first] = entry.baseUrl.map(addressOf);
  if (first === undefined) throw noAddress();
  const headers = headersWith(deps.key);
  const random = rng('retry', entry.name, clock.now());
  const limiter = makeLimiter(settings.limiter, { clock, rng: random, onEvent });
  const circuit = makeCircuit(clock, settings.circuit, onEvent);
  const pool = makePool(entry.baseUrl, clock, settings.pool, onEvent);
  const transport = makeTransport(deps.dispatcher, first.loopback, settings.transport);
  const dialect = makeDialect(first.origin);
  const secrets = deps.key === undefined ? [] : [deps.key];

  async function attempt(
    body: (rules: BodyRules) => ChatBody,
    signal: AbortSignal,
  ): Promise<Attempt<Completion>> {
    circuit.check();
    const turn = await limiter.turn(signal);
    const lease = pool.pick();
    let outcome: Attempt<Completion> | undefined;
    try {
      throwIfAborted(signal);
      circuit.check();
      const address = addressOf(lease.url);
      const send = (sent: ChatBody): Promise<Exchange> =>
        transport.send(chatRequest(address, headers, sent), signal);
      const asked = askedOf(entry, address.origin, secrets, clock);
      outcome = await converse(body, dialect, send, asked);
      return outcome;
    } finally {
      settle(outcome, turn, lease, circuit);
    }
  }

  return {
    complete: (body, signal) =>
      withRetries(
        () => attempt(body, signal),
        { clock, rng: random, settings: settings.retry, onEvent },
        signal,
      ),
    limiter,
    close: async () => {
      limiter.dispose();
      await transport.close();
    },
  };
}

/** Sends the request, anew for as long as the endpoint refuses a field that can be worded in another way. */
async function converse(
  body: (rules: BodyRules) => ChatBody,
  dialect: Dialect,
  send: (sent: ChatBody) => Promise<Exchange>,
  asked: Asked,
): Promise<Attempt<Completion>> {
  for (;;) {
    const sent = body(dialect.body);
    const exchange = await send(sent);
    const named = exchange.kind === 'reply' && (exchange.status === 400 || exchange.status === 422);
    if (!named || !dialect.learn(sent, exchange.text)) return outcomeOf(exchange, sent, asked);
  }
}

function chatRequest(
  { origin, path }: Address,
  headers: Readonly<Record<string, string>>,
  body: ChatBody,
): HttpRequest {
  return { origin, path: `${path}/chat/completions`, method: 'POST', headers, body: JSON.stringify(body) };
}

function outcomeOf(exchange: Exchange, sent: ChatBody, asked: Asked): Attempt<Completion> {
  if (exchange.kind !== 'reply' || exchange.status !== 200)
    return { ok: false, failure: failureOf(exchange, asked) };
  // An endpoint that echoes the key must not bring it into a file by way of an answer.
  const completion = completionOf(redact(exchange.text, asked.secrets), sent);
  if (completion === undefined) return { ok: false, failure: notACompletion(exchange.text, asked) };
  return { ok: true, value: completion };
}

/** Tells every policy how an attempt ended; undefined is cancelled. */
function settle(outcome: Attempt<Completion> | undefined, turn: Turn, lease: Lease, circuit: Circuit): void {
  if (outcome?.ok) {
    circuit.succeeded();
    lease.succeeded();
    return turn.succeeded();
  }
  switch (outcome?.failure.kind) {
    case 'rate-limited':
      lease.succeeded();
      return turn.rateLimited(outcome.failure.retryAfterMs);
    case 'transient':
      circuit.failed(outcome.failure.error, outcome.failure.nobody);
      lease.failed();
      return turn.troubled();
    default:
      if (outcome?.failure.of === 'endpoint') circuit.refused(outcome.failure.error);
      lease.released();
      return turn.released();
  }
}

function askedOf(entry: OpenaiEntry, origin: string, secrets: readonly string[], clock: Clock): Asked {
  return { origin, model: entry.model, keyEnv: entry.keyEnv, secrets, now: () => clock.now() };
}

/** @throws VignetteError `model/bad-key` for a key with which other headers could be smuggled in. */
export function headersWith(key: string | undefined): Readonly<Record<string, string>> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (key === undefined) return headers;
  if (/^[\x21-\x7e]+$/.test(key)) return { ...headers, authorization: `Bearer ${key}` };
  throw new VignetteError({
    code: 'model/bad-key',
    message: 'The key of the model is empty or has spaces, line breaks or letters that no key has.',
    help: 'Set the variable again, without quotes or spaces around the key.',
    audience: 'endpoint',
  });
}

function noAddress(): VignetteError {
  return new VignetteError({
    code: 'model/bad-url',
    message: 'The model has no base URL.',
    help: 'Give `baseUrl` as in "http://127.0.0.1:8080/v1".',
    audience: 'usage',
  });
}
