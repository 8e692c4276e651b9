import type OpenAI from 'openai';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../simulate/ports';
import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import { isFields, type Fields } from '../../util/fields';
import { rng } from '../../util/rng';
import { readLines } from '../../workspace/readLines';
import type { Attempt } from '../failure';
import { addressOf } from '../http/address';
import { headersWith } from '../openai/endpoint';
import type { OpenaiEntry } from '../openai/entry';
import { redact } from '../redact';
import { retryDefaults, withRetries } from '../retry';
import { batchClient } from './client';
import { statusOf } from './status';
import type { BatchServer } from './types';

export interface BatchDeps {
  /** The value of the entry's key variable, once it is known that it may go to the entry's origins. */
  readonly key: string | undefined;
  readonly clock: Clock;
  readonly dispatcher?: Dispatcher;
}

type Work<T> = (openai: OpenAI, signal: AbortSignal) => Promise<T>;

const tagField = 'vignette';
const shared = { endpoint: '/v1/chat/completions', completion_window: '24h' } as const;
/** Batches that are looked through, newest first, for one that was created and never noted. */
const perPage = 100;
const mostPages = 50;
/** So that a last line without its end is one. */
const newline = new Uint8Array([10]);

/**
 * The Batch API of the first base URL of an entry.
 * @throws VignetteError `model/bad-url`, `model/bad-key`.
 */
export function batchServer(entry: OpenaiEntry, deps: BatchDeps): BatchServer {
  const [baseUrl = ''] = entry.baseUrl;
  const { origin } = addressOf(baseUrl);
  headersWith(deps.key);
  const secrets = deps.key === undefined ? [] : [deps.key];
  const { clock } = deps;
  const asked = { origin, model: entry.model, keyEnv: entry.keyEnv, secrets, now: () => clock.now() };
  const client = batchClient(baseUrl, { ...deps, asked });
  const ports = { clock, rng: rng('batch', clock.now()), settings: retryDefaults, onEvent: () => undefined };

  const once = async <T>(work: Work<T>, signal: AbortSignal): Promise<Attempt<T>> =>
    named(await client.attempt(work, signal), origin);
  const retried = <T>(work: Work<T>, signal: AbortSignal): Promise<T> =>
    withRetries(async () => waitedFor(await once(work, signal)), ports, signal);

  return {
    upload: async (name, content, signal) => {
      // A copy of its own: the name of a file and its bytes are all that is sent.
      const file = (): File => new File([new Uint8Array(content)], name, { type: 'application/jsonl' });
      const made = await retried(
        (openai, stop) => openai.files.create({ file: file(), purpose: 'batch' }, { signal: stop }),
        signal,
      );
      return idOf(made.id, origin);
    },
    create: async (file, tag, signal) => {
      // Not retried: a request whose reply was lost may have made a batch that is paid for.
      const body = { ...shared, input_file_id: file, metadata: { [tagField]: tag } };
      const made = await once((openai, stop) => openai.batches.create(body, { signal: stop }), signal);
      if (!made.ok) throw made.failure.error;
      return statusOf(made.value, origin, secrets);
    },
    find: async (file, tag, signal) => {
      let after: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const query = { limit: perPage, ...(after === undefined ? {} : { after }) };
        const said = await retried(async (openai, stop) => {
          const { data, has_more: more } = await openai.batches.list(query, { signal: stop });
          return { batches: listOf(data), more };
        }, signal);
        const found = said.batches.find((batch) => isOf(batch, file, tag));
        if (found) return statusOf(found, origin, secrets);
        const last = said.batches.at(-1)?.id;
        if (said.more !== true || typeof last !== 'string' || last === after) return undefined;
        after = last;
      }
      return undefined;
    },
    status: async (batch, signal) => {
      const said = await retried((openai, stop) => openai.batches.retrieve(batch, { signal: stop }), signal);
      return statusOf(said, origin, secrets);
    },
    async *lines(file, signal) {
      const { body } = await retried((openai, stop) => openai.files.content(file, { signal: stop }), signal);
      if (body === null) return;
      for await (const text of readLines(piecesOf(body, origin, signal))) yield redact(text, secrets);
    },
    close: () => client.close(),
  };
}

async function* piecesOf(
  body: AsyncIterable<Uint8Array>,
  origin: string,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of body) {
      throwIfAborted(signal);
      yield piece;
    }
  } catch (cause) {
    throwIfAborted(signal);
    throw cutOff(origin, cause);
  }
  yield newline;
}

function cutOff(origin: string, cause: unknown): VignetteError {
  return new VignetteError({
    code: 'batch/cut-off',
    message: `A file of ${origin} ended in the middle.`,
    help: 'Collect again: what came is kept, and nothing is taken twice.',
    audience: 'endpoint',
    cause,
  });
}

/** Not every endpoint gives metadata back. */
function isOf({ metadata, input_file_id: input }: Fields, file: string | null, tag: string): boolean {
  return (file !== null && input === file) || (isFields(metadata) && metadata[tagField] === tag);
}

function listOf(data: unknown): readonly Fields[] {
  return Array.isArray(data) ? data.filter(isFields) : [];
}

/** Here nobody hands out turns: a passing limit is waited out like trouble. */
function waitedFor<T>(attempt: Attempt<T>): Attempt<T> {
  if (attempt.ok || attempt.failure.kind !== 'rate-limited') return attempt;
  return { ok: false, failure: { ...attempt.failure, kind: 'transient' } };
}

/** What is not found here is no model. */
function named<T>(attempt: Attempt<T>, origin: string): Attempt<T> {
  if (attempt.ok || attempt.failure.error.code !== 'model/not-found') return attempt;
  return { ok: false, failure: { kind: 'final', of: 'endpoint', error: notThere(origin) } };
}

function idOf(id: unknown, origin: string): string {
  if (typeof id === 'string' && /^[\w.-]{1,200}$/.test(id)) return id;
  throw new VignetteError({
    code: 'batch/bad-reply',
    message: `${origin} gave an uploaded file no id.`,
    help: 'Check that `baseUrl` is that of an endpoint with files and batches.',
    audience: 'endpoint',
  });
}

function notThere(origin: string): VignetteError {
  return new VignetteError({
    code: 'batch/not-offered',
    message: `${origin} has no Batch API, or no longer has this batch or file.`,
    help: 'Run the exported files with `vllm run-batch` and collect with --file, or answer the run with `vignette resume`.',
    audience: 'endpoint',
  });
}
