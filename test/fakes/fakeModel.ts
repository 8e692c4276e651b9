import type { Clock } from '../../src/simulate/ports';
import type {
  Model,
  ModelCall,
  ModelCapabilities,
  ModelIdentity,
  ModelReply,
} from '../../src/simulate/types';
import { throwIfAborted } from '../../src/util/abort';

export const fakeIdentity: ModelIdentity = {
  name: 'fake',
  engine: 'openai',
  model: 'fake-1',
  where: 'http://127.0.0.1:1',
  demonstration: false,
};

/** A model that answers as told, and remembers what it was asked. */
export interface FakeModel extends Model {
  readonly calls: readonly ModelCall[];
  /** Most calls in flight at once so far. */
  readonly busiest: number;
}

export interface FakeModelOptions {
  /** `nth` counts the calls from 0. */
  readonly reply?: (call: ModelCall, nth: number) => ModelReply | Error;
  readonly clock?: Clock;
  readonly delayMs?: (call: ModelCall, nth: number) => number;
  readonly limit?: number;
  readonly price?: { readonly in: number; readonly out: number };
  readonly capabilities?: Partial<ModelCapabilities>;
  readonly identity?: Partial<ModelIdentity>;
}

/** A reply of a few tokens. */
export function aText(text: string, usage = { in: 100, out: 2, cachedIn: 0 }): ModelReply {
  return { kind: 'text', text, usage };
}

/** Option probabilities as the model would give them: their sum is the mass. */
export function someOptions(
  probabilities: readonly number[],
  usage = { in: 100, out: 1, cachedIn: 0 },
): ModelReply {
  return { kind: 'options', probabilities, mass: probabilities.reduce((sum, p) => sum + p, 0), usage };
}

export function fakeModel(options: FakeModelOptions = {}): FakeModel {
  const calls: ModelCall[] = [];
  let inFlight = 0;
  let busiest = 0;

  async function ask(call: ModelCall, signal: AbortSignal): Promise<ModelReply> {
    const nth = calls.length;
    calls.push(call);
    inFlight += 1;
    busiest = Math.max(busiest, inFlight);
    try {
      throwIfAborted(signal);
      const delay = options.delayMs?.(call, nth);
      if (delay !== undefined) await options.clock?.sleep(delay, signal);
      else await Promise.resolve();
      const reply = options.reply?.(call, nth) ?? aText('3');
      if (reply instanceof Error) throw reply;
      return reply;
    } finally {
      inFlight -= 1;
    }
  }

  return {
    identity: { ...fakeIdentity, ...options.identity },
    capabilities: { logprobs: true, sampling: true, local: false, parallel: 4, ...options.capabilities },
    price: options.price,
    ask,
    limit: () => options.limit ?? 4,
    limitHistory: () => [],
    dispose: async () => undefined,
    calls,
    get busiest() {
      return busiest;
    },
  };
}
