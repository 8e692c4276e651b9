import type { LimiterPorts, LimiterSettings } from '../limiter';

export interface Episodes {
  /** The number of an attempt that begins now. */
  next(): number;
  succeeded(number: number): void;
  refused(number: number, retryAfterMs: number | undefined): void;
}

/** An episode of rate limiting: everything that was under way when the first refusal came. */
export function makeEpisodes(
  settings: LimiterSettings,
  { clock, rng, onEvent }: LimiterPorts,
  pause: (ms: number) => boolean,
  cut: () => void,
): Episodes {
  let begun = 0;
  let begunAtCut = 0;
  let inARow = 0;

  function pauseMs(retryAfterMs: number | undefined): number {
    const own = Math.min(settings.longestPauseMs, settings.pauseMs * 2 ** (inARow - 1));
    const asked = Math.min(retryAfterMs ?? own, settings.longestRetryAfterMs);
    // A little later than asked, so that several processes do not come back as one.
    return Math.round(asked * (1 + 0.1 * rng.uniform()));
  }

  return {
    next: () => (begun += 1),
    succeeded: (number: number) => {
      if (number > begunAtCut) inARow = 0;
    },
    refused: (number: number, retryAfterMs: number | undefined) => {
      const isNew = number > begunAtCut;
      if (isNew) {
        inARow += 1;
        begunAtCut = begun;
        cut();
      }
      if (!isNew && retryAfterMs === undefined) return;
      const ms = pauseMs(retryAfterMs);
      if (pause(ms)) onEvent({ kind: 'pause', atMs: clock.now(), ms });
    },
  };
}
