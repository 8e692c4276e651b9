import type { Clock } from '../../simulate/ports';

/** A stop of everything for a while. */
export interface Pauses {
  paused(): boolean;
  /** @returns whether this made the pause longer. */
  pause(ms: number): boolean;
  dispose(): void;
}

export function makePauses(clock: Clock, onEnd: () => void): Pauses {
  const stopped = new AbortController();
  let untilMs = -Infinity;
  let waiting = false;

  async function waitOut(): Promise<void> {
    waiting = true;
    try {
      // A timer may fire early, and the pause may have grown meanwhile.
      while (clock.now() < untilMs) await clock.sleep(Math.max(1, untilMs - clock.now()), stopped.signal);
    } catch {
      return; // Disposed: nobody waits any more.
    } finally {
      waiting = false;
    }
    onEnd();
  }

  return {
    paused: () => clock.now() < untilMs,
    pause: (ms) => {
      const nextMs = clock.now() + ms;
      if (nextMs <= untilMs) return false;
      untilMs = nextMs;
      if (!waiting) void waitOut();
      return true;
    },
    dispose: () => stopped.abort(),
  };
}
