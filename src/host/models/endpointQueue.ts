import type { ModelProvider } from '../../app/services';
import type { Model } from '../../simulate/types';
import { throwIfAborted } from '../../util/abort';

/** The endpoints in use: each serves one run at a time, in the order in which runs came. */
export interface EndpointQueue {
  /**
   * Resolves to what leaves again when nobody who came before uses any of these places.
   * @throws VignetteError `run/cancelled` when the signal is aborted first.
   */
  enter(places: readonly string[], signal: AbortSignal, onWait: () => void): Promise<() => void>;
}

export function endpointQueue(): EndpointQueue {
  const tails = new Map<string, Promise<void>>();
  return {
    enter: async (places, signal, onWait) => {
      const before = places.map((place) => tails.get(place)).filter((tail) => tail !== undefined);
      const { promise: left, resolve: leave } = withResolvers();
      const tail = Promise.all([...before, left]).then(() => undefined);
      for (const place of places) tails.set(place, tail);
      void tail.then(() => {
        for (const place of places) if (tails.get(place) === tail) tails.delete(place);
      });
      if (before.length > 0) {
        onWait();
        await Promise.race([Promise.all(before), aborted(signal)]);
      }
      if (signal.aborted) leave();
      throwIfAborted(signal);
      return leave;
    },
  };
}

/** Models that are opened when their endpoint is free, and free it when they are disposed of. */
export function queuedModels(models: ModelProvider, queue: EndpointQueue): ModelProvider {
  return {
    ...models,
    open: async (entry, context) => {
      const { where } = await models.describe(entry);
      const leave = await queue.enter(where, context.signal, () =>
        context.onProgress(`Waiting for another run with ${entry.name}`),
      );
      try {
        return leaving(await models.open(entry, context), leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

function leaving(model: Model, leave: () => void): Model {
  return {
    ...model,
    dispose: async () => {
      try {
        await model.dispose();
      } finally {
        leave();
      }
    },
  };
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
