import type { Model, ModelCall, ModelReply } from '../../../src/simulate/types';

/** A model in this process that costs nothing and answers at once, so that what is measured is ours. */
export function freeModel(options: { readonly onFirst?: () => void; readonly most?: number } = {}): Model {
  let asked = 0;
  return {
    identity: {
      name: 'free',
      engine: 'openai',
      model: 'free-1',
      where: 'http://127.0.0.1:1',
      demonstration: false,
    },
    capabilities: { logprobs: true, sampling: true, local: true, parallel: 256 },
    price: { in: 0, out: 0 },
    ask: (call) => {
      if (asked === 0) options.onFirst?.();
      asked += 1;
      if (asked > (options.most ?? Infinity)) return new Promise(() => undefined);
      return Promise.resolve(replyTo(call));
    },
    limit: () => 256,
    limitHistory: () => [],
    dispose: () => Promise.resolve(),
  };
}

function replyTo(call: ModelCall): ModelReply {
  const usage = { in: 300, out: 1, cachedIn: 0 };
  if (call.kind === 'text') return { kind: 'text', text: String(1 + (call.sampling.seed % 7)), usage };
  const probabilities = call.codes.map(() => 0.9 / call.codes.length);
  return { kind: 'options', probabilities, mass: 0.9, usage };
}
