import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import type { NextProbabilities } from './options';
import type { LlamaContext, LlamaModel, LlamaSequence, Next, SamplerOptions, Token } from './runtime';
import { unreadable } from './runtime';
import { segmentsOf, sharedSegments, type Segment } from './segments';

/** One sequence of one context, which keeps the beginning of a prompt that the next one shares. */
export interface Session {
  /** Probabilities of `wanted` after the whole prompt and after `path`; paths as `scoreCodes` asks them. */
  options(
    prompt: readonly Token[],
    signal: AbortSignal,
  ): Promise<{
    readonly reused: number;
    readonly next: NextProbabilities;
  }>;
  /** Tokens sampled after the prompt, until an end mark of the model or the limit. */
  text(
    prompt: readonly Token[],
    limits: {
      readonly maxTokens: number;
      readonly sampler: SamplerOptions;
      readonly stops: ReadonlySet<Token>;
    },
    signal: AbortSignal,
  ): Promise<{ readonly reused: number; readonly tokens: readonly Token[] }>;
  dispose(): Promise<void>;
}

/** Longest prompt with its answer, in tokens; less where the model was trained on less. */
const longest = 4096;
const shortest = 1024;
/** No code of any scale has more tokens. */
const longestCode = 16;

export interface SessionSettings {
  readonly threads: number;
  readonly lora: string | undefined;
}

export function openSession(model: LlamaModel, settings: SessionSettings): Session {
  const state = openState(model, settings);
  return {
    options: async (prompt, signal) => {
      const room = prompt.length + longestCode;
      const { on, reused, last } = await state.approach(prompt, { alone: false, room }, signal);
      const next = async (path: readonly Token[], wanted: readonly Token[]) => {
        throwIfAborted(signal);
        const input = path.length === 0 ? last : path.slice(-1);
        await eraseFrom(on, prompt.length + path.length - input.length);
        return probabilitiesAfter(on, input, wanted);
      };
      return { reused, next };
    },
    text: async (prompt, { maxTokens, sampler, stops }, signal) => {
      const most = Math.min(maxTokens, Math.max(1, state.limit - prompt.length));
      const room = prompt.length + most;
      const { on, reused, last } = await state.approach(prompt, { alone: true, room }, signal);
      const tokens: Token[] = [];
      for await (const token of on.evaluate(last, sampler)) {
        throwIfAborted(signal);
        if (stops.has(token)) break;
        tokens.push(token);
        if (tokens.length >= most) break;
      }
      return { reused, tokens };
    },
    dispose: state.dispose,
  };
}

interface State {
  /** Longest prompt with its answer. */
  readonly limit: number;
  /** Evaluates all of the prompt but its last segment, which is returned; `room` tokens fit in all. */
  approach(
    prompt: readonly Token[],
    shape: { readonly alone: boolean; readonly room: number },
    signal: AbortSignal,
  ): Promise<{ readonly on: LlamaSequence; readonly reused: number; readonly last: Segment }>;
  readonly dispose: () => Promise<void>;
}

/** The one sequence, what it holds, and a context that grows with the prompts. */
function openState(model: LlamaModel, settings: SessionSettings): State {
  const limit = Math.min(longest, model.trainContextSize);
  const textOf = remembered((token: Token) => model.detokenize([token], true));
  let open:
    { readonly context: LlamaContext; readonly sequence: LlamaSequence; readonly size: number } | undefined;
  let held: readonly Segment[] = [];

  async function roomFor(tokens: number): Promise<LlamaSequence> {
    if (tokens > limit) throw tooLong(tokens, limit);
    if (open !== undefined && tokens <= open.size) return open.sequence;
    await open?.context.dispose();
    [open, held] = [undefined, []];
    const size = Math.min(limit, Math.max(shortest, 2 ** Math.ceil(Math.log2(tokens))));
    const context = await createContext(model, settings, size);
    open = { context, sequence: context.getSequence(), size };
    return open.sequence;
  }

  return {
    limit,
    approach: async (prompt, { alone, room }, signal) => {
      const on = await roomFor(room);
      const segments = segmentsOf(prompt, textOf, alone);
      const before = segments.slice(0, -1);
      held = before.slice(0, sharedSegments(before, held));
      const reused = lengthOf(held);
      await eraseFrom(on, reused);
      for (const segment of before.slice(held.length)) {
        throwIfAborted(signal);
        await on.evaluateWithoutGeneratingNewTokens(segment);
        held = [...held, segment];
      }
      throwIfAborted(signal);
      return { on, reused, last: segments.at(-1) ?? [] };
    },
    dispose: async () => {
      await open?.context.dispose();
    },
  };
}

async function createContext(
  model: LlamaModel,
  { threads, lora }: SessionSettings,
  size: number,
): Promise<LlamaContext> {
  const options = {
    sequences: 1,
    contextSize: size,
    threads,
    // A sliding window would forget the beginning that the next prompt shares.
    swaFullCache: true,
    ...(lora === undefined ? {} : { lora }),
  } as const;
  try {
    return await model.createContext(options);
  } catch (error) {
    throw unreadable(lora === undefined ? 'The model' : `The model with ${lora}`, error);
  }
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** Full-softmax probabilities of some tokens after `input`. */
async function probabilitiesAfter(
  on: LlamaSequence,
  input: readonly Token[],
  wanted: readonly Token[],
): Promise<ReadonlyMap<Token, number>> {
  const last = input.at(-1) ?? 0;
  const generateNext = {
    logits: { filter: { tokens: wanted, includeMax: true } },
    totalLogitWeight: true,
  } as const;
  const outputs = await on.controlledEvaluate([...input.slice(0, -1), [last, { generateNext }]]);
  return softmax(outputs.at(-1)?.next ?? {}, wanted);
}

/** p(o) = exp(logit(o) − max logit) / Σ exp(logit − max logit). */
function softmax({ logits, totalLogitWeight }: Next, wanted: readonly Token[]): ReadonlyMap<Token, number> {
  if (logits === undefined || totalLogitWeight === undefined)
    throw new Error('The engine returned no logits.');
  const largest = Math.max(...logits.values());
  return new Map(
    wanted.map((token) => [token, Math.exp((logits.get(token) ?? -Infinity) - largest) / totalLogitWeight]),
  );
}

async function eraseFrom(on: LlamaSequence, start: number): Promise<void> {
  const end = on.nextTokenIndex;
  if (start < end) await on.eraseContextTokenRanges([{ start, end }]);
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}

function tooLong(tokens: number, limit: number): VignetteError {
  return new VignetteError({
    code: 'model/prompt-too-long',
    message: `The prompt with its answer has ${tokens} tokens; the model holds ${limit}.`,
    help: 'Shorten the stimulus or the profile, or use a model with a longer context.',
    audience: 'invalid',
  });
}
