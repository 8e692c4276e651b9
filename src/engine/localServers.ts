import type { ModelEntry } from '../workspace/types';
import { isFields, objectOf } from '../util/fields';

/** Where llama-server, Ollama, vLLM and LM Studio listen, in this order. */
const PORTS = [8080, 11434, 8000, 1234] as const;
const TIMEOUT_MS = 300;
const MAX_BYTES = 1024 * 1024;

/** What is needed of `fetch`. */
export type Fetch = (
  url: string,
  init: { readonly signal: AbortSignal; readonly redirect: 'error' },
) => Promise<Response>;

/** An OpenAI-compatible server of this machine that serves a model now, as an entry named `local`. */
export async function findLocalServer(fetch: Fetch, signal: AbortSignal): Promise<ModelEntry | undefined> {
  const found = await Promise.all(PORTS.map((port) => serverAt(port, fetch, signal)));
  return found.find((entry) => entry !== undefined);
}

async function serverAt(port: number, fetch: Fetch, signal: AbortSignal): Promise<ModelEntry | undefined> {
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(`${baseUrl}/models`, { signal: limit, redirect: 'error' });
    if (response.status !== 200) return undefined;
    const model = firstModel(await textOf(response));
    return model === undefined ? undefined : entryFor(baseUrl, model);
  } catch {
    // Nobody listens there, or somebody who speaks otherwise: both mean that there is no such server.
    return undefined;
  }
}

/** The first model that is not for embeddings. */
function firstModel(text: string): string | undefined {
  const data = objectOf(text)?.data;
  if (!Array.isArray(data)) return undefined;
  const names = data.flatMap((item) => (isFields(item) && typeof item.id === 'string' ? [item.id] : []));
  return names.find((name) => name !== '' && !/embed/i.test(name));
}

async function textOf(response: Response): Promise<string> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > MAX_BYTES || response.body === null) return '';
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) return '';
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function entryFor(baseUrl: string, model: string): ModelEntry {
  return {
    kind: 'openai',
    name: 'local',
    baseUrl: [baseUrl],
    model,
    keyEnv: undefined,
    price: { in: 0, out: 0 },
    prompts: undefined,
    demonstration: false,
    concurrency: undefined,
  };
}
