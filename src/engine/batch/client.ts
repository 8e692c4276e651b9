import { Readable } from 'node:stream';
import type OpenAI from 'openai';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { throwIfAborted } from '../../util/abort';
import { asVignetteError, VignetteError } from '../../util/errors';
import { addressOf } from '../http/address';
import type { Exchange } from '../http/transport';
import { failureOf, type Asked } from '../openai/classify';
import { packageOver } from '../openai/client';
import type { Attempt } from '../failure';

/** Between two pieces of a file, and before the first. */
const idleMs = 120_000;
const connectMs = 10_000;
/** Longest refusal that is read. */
const refusalBytes = 65_536;

export interface BatchClient {
  /** One request; what it throws is told apart as failures of single calls are. */
  attempt<T>(
    work: (openai: OpenAI, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<Attempt<T>>;
  close(): Promise<void>;
}

/**
 * The `openai` package for files and batches: files of any size in pieces, redirects not followed, nothing taken from
 * the environment.
 */
export function batchClient(
  baseUrl: string,
  deps: { readonly key: string | undefined; readonly dispatcher?: Dispatcher; readonly asked: Asked },
): BatchClient {
  const { origin, loopback } = addressOf(baseUrl);
  const options = { connect: { timeout: connectMs } };
  const dispatcher = deps.dispatcher ?? (loopback ? new Agent(options) : new EnvHttpProxyAgent(options));
  return {
    attempt: async (work, signal) => {
      throwIfAborted(signal);
      let refused: Exchange | undefined;
      const openai = packageOver(baseUrl, deps.key, idleMs, async (input, init) => {
        const exchange = await send(dispatcher, origin, deps.key, { input, init });
        if (exchange instanceof Response) return exchange;
        refused = exchange;
        throw new TypeError('The request was refused.');
      });
      try {
        // The package listens to a signal for good; this one goes with the request.
        return { ok: true, value: await work(openai, AbortSignal.any([signal])) };
      } catch (error) {
        throwIfAborted(signal);
        if (error instanceof VignetteError) throw error;
        if (refused === undefined) throw unreadable(error, origin);
        return { ok: false, failure: failureOf(refused, deps.asked) };
      }
    },
    close: async () => {
      if (deps.dispatcher === undefined) await dispatcher.destroy();
    },
  };
}

interface Outgoing {
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
}

async function send(
  dispatcher: Dispatcher,
  origin: string,
  key: string | undefined,
  { input, init }: Outgoing,
): Promise<Response | Exchange> {
  const url = new URL(input instanceof Request ? input.url : input);
  const body = bodyOf(init?.body);
  try {
    const reply = await dispatcher.request({
      origin,
      path: `${url.pathname}${url.search}`,
      method: init?.method === 'POST' ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': body.type }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: body?.content ?? null,
      signal: init?.signal ?? null,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
    });
    const status = reply.statusCode;
    if (status !== 200)
      return { kind: 'reply', status, headers: reply.headers, text: await begin(reply.body) };
    const stream = Readable.toWeb(reply.body) as unknown as ConstructorParameters<typeof Response>[0];
    return new Response(stream, { headers: { 'content-type': 'application/json' } });
  } catch (error) {
    const code = codeOf(error);
    return code.endsWith('TIMEOUT') ? { kind: 'timeout' } : { kind: 'lost', code };
  }
}

/** A text, or the parts of a form with the boundary that the form was written with. */
function bodyOf(
  body: RequestInit['body'],
): { readonly type: string; readonly content: string | Readable } | undefined {
  if (body == null) return undefined;
  if (typeof body === 'string') return { type: 'application/json', content: body };
  const form = new Response(body);
  if (form.body === null) return undefined;
  const content = Readable.fromWeb(form.body);
  return { type: form.headers.get('content-type') ?? 'application/octet-stream', content };
}

async function begin(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    pieces.push(piece);
    if ((bytes += piece.length) > refusalBytes) break;
  }
  return Buffer.concat(pieces).toString('utf8').slice(0, refusalBytes);
}

function codeOf(error: unknown): string {
  const named = error as { code?: unknown; cause?: { code?: unknown } } | undefined;
  const code = named?.code ?? named?.cause?.code;
  return typeof code === 'string' ? code : 'unknown';
}

function unreadable(error: unknown, origin: string): VignetteError {
  return new VignetteError({
    code: 'batch/bad-reply',
    message: `${origin} answered, but not as a Batch API does.`,
    help: 'Check that `baseUrl` is that of an endpoint with files and batches.',
    audience: 'endpoint',
    cause: asVignetteError(error),
  });
}
