import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import type { Model, ModelCall, ModelReply } from '../../simulate/types';
import type { ModelEntry } from '../../workspace/types';
import { defaultModel, modelFile } from './defaultModel';
import { sizeOf } from './install/download';
import { grammarsOf, type Grammars } from './grammar';
import { howToGet } from './install/fetchModel';
import { scoreCodes, variantsOf } from './options';
import { engineEntry, releaseHere } from './packages';
import { promptOf, type Prompt } from './prompt';
import {
  loadRuntime,
  startLlama,
  unreadable,
  type ChatWrapper,
  type LlamaModel,
  type Token,
} from './runtime';
import { openSession, type Session } from './session';
import type { OnProgress } from './types';

export type EmbeddedEntry = Extract<ModelEntry, { kind: 'embedded' }>;

export interface EmbeddedDeps {
  /** The user's storage. */
  readonly home: string;
  /** What the entry's file names are relative to. */
  readonly root: string;
  /** Undefined: `defaultThreads`. */
  readonly threads: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/**
 * Loads a model file into this process.
 * @throws VignetteError `model/embedded-missing` when the engine or the file is not there, `engine/broken`,
 * `engine/unsupported-platform`, `model/unreadable`, `run/cancelled`.
 */
export async function embeddedModel(entry: EmbeddedEntry, deps: EmbeddedDeps): Promise<Model> {
  const start = engineEntry(deps.home, releaseHere());
  const file = entry.file === undefined ? modelFile(deps.home, defaultModel) : resolve(deps.root, entry.file);
  const lora = entry.lora === undefined ? undefined : resolve(deps.root, entry.lora);
  if ((await sizeOf(start)) === 0) throw missing('The embedded engine is not installed.', deps.home);
  for (const needed of [file, ...(lora === undefined ? [] : [lora])])
    if ((await sizeOf(needed)) === 0) throw missing(`There is no model file ${needed}.`, deps.home);
  const where = await identify([file, ...(lora === undefined ? [] : [lora])], deps.signal);
  const runtime = await loadRuntime(start);
  const threads = deps.threads ?? defaultThreads(process.env);
  const llama = await startLlama(runtime, threads, start);
  try {
    const model = await llama.loadModel({
      modelPath: file,
      gpuLayers: 0,
      loadSignal: deps.signal,
      onLoadProgress: (share) => deps.onProgress(`Loading ${basename(file)}`, share),
    });
    const session = openSession(model, { threads, lora });
    return answering(entry, basename(file), where, {
      model,
      session,
      wrapper: runtime.resolveChatWrapper(model),
      grammars: grammarsOf(runtime, llama, model),
      close: () => llama.dispose(),
    });
  } catch (error) {
    await llama.dispose();
    throwIfAborted(deps.signal);
    throw error instanceof VignetteError ? error : unreadable(`The model file ${file}`, error);
  }
}

/** One core is left to the editor and the system; VIGNETTE_THREADS says otherwise. */
export function defaultThreads(env: Readonly<Record<string, string | undefined>>): number {
  const wish = Number(env['VIGNETTE_THREADS']);
  if (Number.isInteger(wish) && wish > 0) return wish;
  return Math.max(1, availableParallelism() - 1);
}

interface Loaded {
  readonly model: LlamaModel;
  readonly session: Session;
  readonly wrapper: ChatWrapper;
  readonly grammars: Grammars;
  readonly close: () => Promise<void>;
}

function answering(entry: EmbeddedEntry, name: string, where: string, loaded: Loaded): Model {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    identity: {
      name: entry.name,
      engine: 'embedded',
      model: name,
      where,
      demonstration: entry.demonstration || where.startsWith(defaultModel.sha256),
    },
    capabilities: { logprobs: true, sampling: true, local: true, parallel: 1 },
    price: { in: 0, out: 0 },
    // One at a time: a second sequence would evaluate the shared beginning again and gain nothing on a processor.
    ask: (call, signal) => {
      const answer = turn.then(() => {
        throwIfAborted(signal);
        return reply(call, loaded, signal);
      });
      turn = answer.catch(() => undefined);
      return answer;
    },
    limit: () => 1,
    limitHistory: () => [],
    dispose: async () => {
      await turn;
      await loaded.session.dispose();
      await loaded.model.dispose();
      await loaded.close();
    },
  };
}

async function reply(call: ModelCall, loaded: Loaded, signal: AbortSignal): Promise<ModelReply> {
  const prompt = promptOf(call.messages, loaded.wrapper, loaded.model);
  return call.kind === 'options'
    ? optionsReply(call, prompt, loaded, signal)
    : textReply(call, prompt, loaded, signal);
}

async function optionsReply(
  { codes }: Extract<ModelCall, { kind: 'options' }>,
  { tokens: prompt }: Prompt,
  { model, session }: Loaded,
  signal: AbortSignal,
): Promise<ModelReply> {
  const { reused, next } = await session.options(prompt, signal);
  const tokenize = (text: string, trim: boolean) =>
    model.tokenize(text, false, trim ? 'trimLeadingSpace' : undefined);
  const probabilities = await scoreCodes(
    codes.map((code) => variantsOf(code, tokenize)),
    next,
  );
  const mass = probabilities.reduce((sum, p) => sum + p, 0);
  return {
    kind: 'options',
    probabilities,
    mass,
    usage: { in: prompt.length, out: 0, cachedIn: reused },
  };
}

async function textReply(
  { sampling, schema }: Extract<ModelCall, { kind: 'text' }>,
  { tokens: prompt, stops }: Prompt,
  { model, session, grammars }: Loaded,
  signal: AbortSignal,
): Promise<ModelReply> {
  const { maxTokens, seed, ...shape } = sampling;
  const grammar = schema === undefined ? undefined : await grammars(schema);
  const limits = {
    maxTokens,
    stops,
    sampler: {
      ...shape,
      seed: seed >>> 0,
      ...(grammar === undefined ? {} : { grammarEvaluationState: grammar.state }),
    },
    ...(grammar === undefined
      ? {}
      : { whole: (tokens: readonly Token[]) => grammar.whole(model.detokenize(tokens)) }),
  };
  const { reused, tokens } = await session.text(prompt, limits, signal);
  const usage = { in: prompt.length, out: tokens.length, cachedIn: reused };
  return { kind: 'text', text: model.detokenize(tokens), usage };
}

/** SHA-256 of the model file, and of what is laid over it. */
async function identify(files: readonly string[], signal: AbortSignal): Promise<string> {
  const digests: string[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
      throwIfAborted(signal);
      hash.update(piece as Uint8Array);
    }
    digests.push(hash.digest('hex'));
  }
  return digests.join('+');
}

function missing(message: string, home: string): VignetteError {
  return new VignetteError({
    code: 'model/embedded-missing',
    message,
    help: howToGet(defaultModel, modelFile(home, defaultModel)),
    audience: 'endpoint',
  });
}
