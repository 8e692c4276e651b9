import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import type { NextProbabilities } from './options';
import type { LlamaContext, LlamaModel, LlamaSequence, SamplerOptions, Token } from './runtime';
import { unreadable } from './runtime';
import { cutAnywhere, cutBySegments, type Cutting, type Segment } from './segments';
import { eraseFrom, probabilitiesAfter, sameInPieces } from './sequence';

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
      /** Whether what was sampled so far is a whole reply; absent: only the model says. */
      readonly whole?: (tokens: readonly Token[]) => boolean;
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
        const shares = await probabilitiesAfter(on, input, wanted);
        if (path.length === 0) state.hold(last);
        return shares;
      };
      return { reused, next };
    },
    text: async (prompt, { maxTokens, sampler, stops, whole }, signal) => {
      const most = Math.min(maxTokens, Math.max(1, state.limit - prompt.length));
      const room = prompt.length + most;
      const { on, reused, last } = await state.approach(prompt, { alone: true, room }, signal);
      const tokens: Token[] = [];
      for await (const token of on.evaluate(last, sampler)) {
        throwIfAborted(signal);
        if (stops.has(token)) break;
        tokens.push(token);
        if (tokens.length >= most || whole?.(tokens) === true) break;
      }
      return { reused, tokens };
    },
    dispose: state.dispose,
  };
}

interface State {
  /** Longest prompt with its answer. */
  readonly limit: number;
  /** Evaluates all of the prompt but its last piece, which is returned; `room` tokens fit in all. */
  approach(
    prompt: readonly Token[],
    shape: { readonly alone: boolean; readonly room: number },
    signal: AbortSignal,
  ): Promise<{ readonly on: LlamaSequence; readonly reused: number; readonly last: Segment }>;
  /** Says that the last piece was evaluated too. */
  hold(last: Segment): void;
  readonly dispose: () => Promise<void>;
}

/** The one sequence, what it holds, and a context that grows with the prompts. */
function openState(model: LlamaModel, settings: SessionSettings): State {
  const limit = Math.min(longest, model.trainContextSize);
  const textOf = remembered((token: Token) => model.detokenize([token], true));
  let open:
    { readonly context: LlamaContext; readonly sequence: LlamaSequence; readonly size: number } | undefined;
  let held: readonly Segment[] = [];
  let cut: Cutting | undefined;

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
      throwIfAborted(signal);
      cut ??= (await sameInPieces(model, on)) ? cutAnywhere : cutBySegments(textOf);
      const { kept, pieces } = cut(prompt, held, alone);
      held = kept;
      const reused = kept.reduce((sum, { length }) => sum + length, 0);
      await eraseFrom(on, reused);
      for (const piece of pieces.slice(0, -1)) {
        throwIfAborted(signal);
        await on.evaluateWithoutGeneratingNewTokens(piece);
        held = [...held, piece];
      }
      throwIfAborted(signal);
      return { on, reused, last: pieces.at(-1) ?? [] };
    },
    hold: (last) => {
      held = [...held, last];
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

function tooLong(tokens: number, limit: number): VignetteError {
  return new VignetteError({
    code: 'model/prompt-too-long',
    message: `The prompt with its answer has ${tokens} tokens; the model holds ${limit}.`,
    help: 'Shorten the stimulus or the profile, or use a model with a longer context.',
    audience: 'invalid',
  });
}
