import type { Dispatcher } from 'undici';
import type { Embeddings } from '../../simulate/types';
import type { Clock } from '../../simulate/ports';
import { isFields, isNumbers, objectOf } from '../../util/fields';
import { rng } from '../../util/rng';
import { VignetteError } from '../../util/errors';
import type { OnEvent } from '../events';
import type { Attempt } from '../failure';
import { addressOf } from '../http/address';
import { makeTransport, type Exchange, type Transport } from '../http/transport';
import { withRetries } from '../retry';
import { failureOf, notACompletion, type Asked } from './classify';
import { headersWith } from './endpoint';
import type { OpenaiEntry } from './entry';
import type { EndpointSettings } from './settings';

/** Texts of one request. */
const most = 64;

/** Letters in a token, where the endpoint does not count. */
const letters = 4;

/** Statuses with which endpoints say that they have no embeddings, or none of this model. */
const notOffered = [400, 403, 404, 405, 422, 501];

export interface EmbeddingDeps {
  readonly key: string | undefined;
  readonly clock: Clock;
  readonly dispatcher?: Dispatcher;
  readonly settings: Pick<EndpointSettings, 'transport' | 'retry'>;
  readonly onEvent: OnEvent;
}

/**
 * The vectors of texts, asked in requests of up to 64 one after the other; a request that fails goes to the next base URL.
 * @throws VignetteError `strategy/no-embeddings` where the endpoint has none, `model/…`, `run/cancelled`.
 */
export async function embeddingsOf(
  entry: OpenaiEntry,
  texts: readonly string[],
  deps: EmbeddingDeps,
  signal: AbortSignal,
): Promise<Embeddings> {
  const local = entry.baseUrl.every((url) => addressOf(url).loopback);
  const transport = makeTransport(deps.dispatcher, local, deps.settings.transport);
  const ports = { ...deps, rng: rng('retry', entry.name, deps.clock.now()), settings: deps.settings.retry };
  const vectors: (readonly number[])[] = [];
  let tokens = 0;
  let calls = 0;
  try {
    while (vectors.length < texts.length) {
      const part = texts.slice(vectors.length, vectors.length + most);
      let tries = 0;
      const ask = (): Promise<Attempt<Answer>> => {
        const url = entry.baseUrl[tries % entry.baseUrl.length] ?? '';
        tries += 1;
        return attempt(entry, url, part, { transport, deps }, signal);
      };
      const answer = await withRetries(ask, ports, signal);
      vectors.push(...answer.vectors);
      tokens += answer.tokens;
      calls += 1;
    }
  } finally {
    await transport.close();
  }
  return { vectors, usage: { in: tokens, out: 0, cachedIn: 0 }, calls };
}

interface Answer {
  readonly vectors: readonly (readonly number[])[];
  readonly tokens: number;
}

async function attempt(
  entry: OpenaiEntry,
  url: string,
  texts: readonly string[],
  { transport, deps }: { readonly transport: Transport; readonly deps: EmbeddingDeps },
  signal: AbortSignal,
): Promise<Attempt<Answer>> {
  const { origin, path } = addressOf(url);
  const model = embeddingModel(entry);
  const body = JSON.stringify({ model, input: texts, encoding_format: 'float' });
  const headers = headersWith(deps.key);
  const request = { origin, path: `${path}/embeddings`, method: 'POST', headers, body } as const;
  const exchange = await transport.send(request, signal);
  const secrets = deps.key === undefined ? [] : [deps.key];
  const asked = { origin, model, keyEnv: entry.keyEnv, secrets, now: () => deps.clock.now() };
  return outcomeOf(exchange, texts, asked);
}

/** The endpoint's own name of its model for embeddings. */
export function embeddingModel({ embeddings, model }: OpenaiEntry): string {
  return embeddings ?? model;
}

function outcomeOf(exchange: Exchange, texts: readonly string[], asked: Asked): Attempt<Answer> {
  if (exchange.kind === 'reply' && exchange.status === 200) {
    const answer = answerOf(exchange.text, texts);
    return answer === undefined
      ? { ok: false, failure: notACompletion(exchange.text, asked, 'embeddings') }
      : { ok: true, value: answer };
  }
  const failure = failureOf(exchange, asked);
  if (exchange.kind === 'reply' && notOffered.includes(exchange.status))
    return { ok: false, failure: { kind: 'final', of: 'call', error: none(failure.error) } };
  // Nobody hands out turns here, so that a rate limit is waited for as any other trouble is.
  return {
    ok: false,
    failure: failure.kind === 'rate-limited' ? { ...failure, kind: 'transient' } : failure,
  };
}

function none(cause: VignetteError): VignetteError {
  return new VignetteError({
    code: 'strategy/no-embeddings',
    message: `The endpoint gives no embeddings. ${cause.message}`,
    help: 'Use `fewShot: {similarity: bm25}`, or name its model for embeddings in vignette.yaml: `embeddings: …`.',
    audience: 'endpoint',
    cause,
  });
}

/** One vector a text, in their order and all of one length; undefined when the body is no such reply. */
function answerOf(body: string, texts: readonly string[]): Answer | undefined {
  const reply = objectOf(body);
  const data: readonly unknown[] = Array.isArray(reply?.data) ? reply.data : [];
  const vectors = new Map<number, readonly number[]>();
  for (const [place, item] of data.entries()) {
    if (!isFields(item) || !isNumbers(item.embedding) || item.embedding.length === 0) return undefined;
    const index = typeof item.index === 'number' ? item.index : place;
    vectors.set(
      index,
      item.embedding.map((value) => Number(value.toPrecision(6))),
    );
  }
  const ordered = texts.flatMap((_, place) => {
    const vector = vectors.get(place);
    return vector === undefined ? [] : [vector];
  });
  const [first] = ordered;
  if (ordered.length !== texts.length || data.length !== texts.length) return undefined;
  if (ordered.some((vector) => vector.length !== first?.length)) return undefined;
  return { vectors: ordered, tokens: tokensOf(reply?.usage, texts) };
}

function tokensOf(usage: unknown, texts: readonly string[]): number {
  const said = isFields(usage) ? usage.prompt_tokens : undefined;
  if (typeof said === 'number' && Number.isInteger(said) && said >= 0) return said;
  return texts.reduce((sum, text) => sum + Math.ceil(text.length / letters), 0);
}
