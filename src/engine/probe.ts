import type { Dispatcher } from 'undici';
import type { Clock } from '../simulate/ports';
import type { Model, ModelCall } from '../simulate/types';
import { asVignetteError, VignetteError } from '../util/errors';
import { openClient, type Client } from './openai/client';
import type { OpenaiEntry } from './openai/entry';
import { openaiModel } from './openai/model';
import { settingsFor } from './openai/settings';
import { isFields, objectOf } from '../util/fields';

/** Longest wait for one of the few small requests. */
const TOTAL_MS = 30_000;
const NAMES_SHOWN = 5;

export interface ProbeDeps {
  readonly key: string | undefined;
  readonly clock: Clock;
  readonly dispatcher?: Dispatcher;
}

/** Whether a model answers now and what it can do. */
export interface ProbeResult {
  readonly answers: boolean;
  /** Why not, in a sentence. */
  readonly problem: string | null;
  readonly can: { readonly logprobs: boolean; readonly seed: boolean; readonly json: boolean } | null;
}

/** Asks four small things of a model at most. Never throws: what goes wrong is the result. */
export async function probeModel(
  entry: OpenaiEntry,
  deps: ProbeDeps,
  signal: AbortSignal,
): Promise<ProbeResult> {
  let model: Model | undefined;
  let client: Client | undefined;
  try {
    model = openaiModel(entry, { ...deps, settings: impatient() });
    client = openClient(entry.baseUrl[0] ?? '', { ...deps, totalMs: TOTAL_MS });
    const logprobs = await givesLogprobs(model, signal);
    const seed = await repeatsItself(model, signal);
    return {
      answers: true,
      problem: null,
      can: { logprobs, seed, json: await givesJson(client, entry, signal) },
    };
  } catch (error) {
    return { answers: false, problem: await problemOf(asVignetteError(error), client, signal), can: null };
  } finally {
    await model?.dispose();
    await client?.close();
  }
}

function impatient() {
  const settings = settingsFor(false, 1);
  return {
    transport: { ...settings.transport, totalMs: TOTAL_MS },
    retry: { ...settings.retry, transient: 0, rateLimited: 0 },
  };
}

async function givesLogprobs(model: Model, signal: AbortSignal): Promise<boolean> {
  const messages = [
    { role: 'user' as const, content: 'Reply with a whole number from 1 to 7 and nothing else.' },
  ];
  try {
    await model.ask({ kind: 'options', messages, codes: [1, 2, 3, 4, 5, 6, 7] }, signal);
    return true;
  } catch (error) {
    if (error instanceof VignetteError && error.code === 'model/no-logprobs') return false;
    throw error;
  }
}

/** Whether one seed gives one text twice, at a temperature at which two draws hardly ever agree. */
async function repeatsItself(model: Model, signal: AbortSignal): Promise<boolean> {
  const call: ModelCall = {
    kind: 'text',
    messages: [{ role: 'user', content: 'Write twelve random digits.' }],
    sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 16, seed: 20_261 },
  };
  const [first, second] = [await model.ask(call, signal), await model.ask(call, signal)];
  return first.kind === 'text' && second.kind === 'text' && first.text === second.text && first.text !== '';
}

async function givesJson({ openai }: Client, entry: OpenaiEntry, signal: AbortSignal): Promise<boolean> {
  const schema = {
    type: 'object',
    properties: { answer: { type: 'integer', enum: [1, 2, 3] } },
    required: ['answer'],
    additionalProperties: false,
  };
  try {
    const reply = await openai.chat.completions.create(
      {
        model: entry.model,
        messages: [{ role: 'user', content: 'Choose a number from 1 to 3.' }],
        max_tokens: 32,
        response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
      },
      { signal },
    );
    const content: unknown = reply.choices[0]?.message.content;
    const answer = typeof content === 'string' ? objectOf(content)?.answer : undefined;
    return answer === 1 || answer === 2 || answer === 3;
  } catch {
    // A refusal or a reply of another shape both mean that it cannot.
    return false;
  }
}

async function problemOf(
  error: VignetteError,
  client: Client | undefined,
  signal: AbortSignal,
): Promise<string> {
  if (error.code !== 'model/not-found' || client === undefined) return `${error.message} ${error.help}`;
  const names = await served(client, signal);
  return names.length === 0
    ? `${error.message} ${error.help}`
    : `${error.message} It serves ${names.join(', ')}.`;
}

async function served({ openai }: Client, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const page: unknown = await openai.models.list({ signal });
    const data: unknown = isFields(page) ? page.data : undefined;
    const items: readonly unknown[] = Array.isArray(data) ? data : [];
    const names = items.flatMap((item) => (isFields(item) && typeof item.id === 'string' ? [item.id] : []));
    return names.slice(0, NAMES_SHOWN).map((name) => name.slice(0, 80));
  } catch {
    return [];
  }
}
