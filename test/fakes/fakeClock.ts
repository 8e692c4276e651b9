import type { Clock } from '../../src/simulate/ports';
import { throwIfAborted } from '../../src/util/abort';

/** A clock that moves only when told to, or jumps over every sleep at once with `auto`. */
export interface FakeClock extends Clock {
  /** Moves on by `ms`, waking sleepers in the order of their time and letting them work in between. */
  advance(ms: number): Promise<void>;
  /** What was slept, in order of asking. */
  readonly slept: readonly number[];
  /** How many sleep now. */
  sleeping(): number;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Lets everything that is already able to go on do so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export function fakeClock(options: { readonly startMs?: number; readonly auto?: boolean } = {}): FakeClock {
  let now = options.startMs ?? 0;
  const slept: number[] = [];
  const sleepers = new Set<Sleeper>();

  async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    slept.push(ms);
    if (options.auto) {
      now += ms;
      return;
    }
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', onAbort);
      };
      const onAbort = (): void => {
        finish();
        Promise.resolve()
          .then(() => throwIfAborted(signal))
          .catch(reject);
      };
      const sleeper: Sleeper = {
        at: now + ms,
        wake: () => {
          finish();
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  async function advance(ms: number): Promise<void> {
    const end = now + ms;
    await settle();
    for (;;) {
      const next = [...sleepers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      now = Math.max(now, next.at);
      next.wake();
      await settle();
    }
    now = end;
    await settle();
  }

  return { now: () => now, sleep, advance, slept, sleeping: () => sleepers.size };
}
