import type { Model, ModelCall, ModelReply } from '../../src/simulate/types';
import { throwIfAborted } from '../../src/util/abort';
import { VignetteError } from '../../src/util/errors';
import { rng } from '../../src/util/rng';

export interface SteadyModelOptions {
  readonly local?: boolean;
  /** Called before each call; may throw or abort something. */
  readonly before?: (n: number, signal: AbortSignal) => void;
  readonly price?: Model['price'];
}

export interface SteadyModel extends Model {
  /** What was asked, in order. */
  readonly asked: readonly ModelCall[];
  disposed(): boolean;
}

/** A model whose replies follow from the call alone. Sampled text is one of the whole numbers 0 and 1. */
export function steadyModel(options: SteadyModelOptions = {}): SteadyModel {
  const asked: ModelCall[] = [];
  let disposed = false;
  return {
    identity: { name: 'fake', engine: 'openai', model: 'fake-1', where: 'http://fake', demonstration: false },
    capabilities: { logprobs: true, sampling: true, local: options.local ?? true, parallel: 2 },
    price: options.price ?? { in: 0, out: 0 },
    ask: async (call, signal) => {
      await Promise.resolve();
      throwIfAborted(signal);
      options.before?.(asked.length, signal);
      asked.push(call);
      return replyTo(call);
    },
    limit: () => 2,
    limitHistory: () => [],
    dispose: async () => {
      disposed = true;
      await Promise.resolve();
    },
    asked,
    disposed: () => disposed,
  };
}

function replyTo(call: ModelCall): ModelReply {
  const usage = { in: 100, out: 1, cachedIn: 0 };
  const text = call.messages.map(({ content }) => content).join('\n');
  if (call.kind === 'text') {
    const draw = rng(text, call.sampling.seed);
    return { kind: 'text', text: String(draw.below(2)), usage };
  }
  const draw = rng(text);
  const raw = call.codes.map(() => 0.1 + draw.uniform());
  const mass = 0.8;
  const sum = raw.reduce((a, b) => a + b, 0);
  return { kind: 'options', probabilities: raw.map((p) => (p / sum) * mass), mass, usage };
}

/** What an endpoint throws when it refuses for good. */
export function refusal(): VignetteError {
  return new VignetteError({
    code: 'model/unauthorised',
    message: 'The endpoint does not accept the key.',
    help: 'Check the key.',
    audience: 'endpoint',
  });
}
