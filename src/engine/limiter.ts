import type { Clock } from '../simulate/ports';
import { throwIfAborted } from '../util/abort';
import type { Rng } from '../util/rng';
import type { OnEvent } from './events';
import { makeEpisodes } from './limit/episodes';
import { makePauses } from './limit/pauses';
import { makeQueue } from './limit/queue';
import { makeRounds } from './limit/rounds';

export interface LimiterSettings {
  /** Calls in flight at first. */
  readonly start: number;
  /** Never more than this. */
  readonly ceiling: number;
  /** Pause after a refusal that names none; doubles with every episode in a row up to `longestPauseMs`. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  /** The longest `Retry-After` that is obeyed to the letter. */
  readonly longestRetryAfterMs: number;
}

export const limiterDefaults: LimiterSettings = {
  start: 16,
  ceiling: 512,
  pauseMs: 1_000,
  longestPauseMs: 60_000,
  longestRetryAfterMs: 600_000,
};

/** The turn of one attempt. It ends once, by one of the three. */
export interface Turn {
  succeeded(): void;
  rateLimited(retryAfterMs: number | undefined): void;
  /** A time-out, a server error, a broken connection: no reason to ask for more. */
  troubled(): void;
  /** Cancelled, or refused for what was asked. */
  released(): void;
}

export interface LimitChange {
  readonly atMs: number;
  readonly limit: number;
  readonly why: string;
}

/**
 * How many calls may be in flight: doubles with every clean round at first; one cut for each episode of rate
 * limiting, then growth by a fixed step; no growth where more calls in flight only make each of them slower.
 */
export interface Limiter {
  /** Resolves, in order of asking, when there is room and no pause. @throws VignetteError `run/cancelled`. */
  turn(signal: AbortSignal): Promise<Turn>;
  limit(): number;
  history(): readonly LimitChange[];
  dispose(): void;
}

export interface LimiterPorts {
  readonly clock: Clock;
  readonly rng: Rng;
  readonly onEvent: OnEvent;
}

export function makeLimiter(settings: LimiterSettings, ports: LimiterPorts): Limiter {
  const rounds = makeRounds(Math.min(settings.start, settings.ceiling), settings.ceiling);
  const history: LimitChange[] = [];
  const record = (why: string | undefined): void => {
    if (why === undefined) return;
    const change = { atMs: ports.clock.now(), limit: rounds.limit(), why };
    history.push(change);
    ports.onEvent({ kind: 'limit', ...change });
  };
  let inFlight = 0;
  const pauses = makePauses(ports.clock, () => queue.letIn());
  const queue = makeQueue(() => {
    if (pauses.paused() || inFlight >= rounds.limit()) return false;
    inFlight += 1;
    return true;
  });
  const episodes = makeEpisodes(
    settings,
    ports,
    (ms) => pauses.pause(ms),
    () => record(rounds.cut()),
  );

  function begin(): Turn {
    const startedMs = ports.clock.now();
    const number = episodes.next();
    const end = (then: () => void): void => {
      then();
      inFlight -= 1;
      queue.letIn();
    };
    return {
      succeeded: () =>
        end(() => {
          episodes.succeeded(number);
          record(rounds.succeeded(ports.clock.now() - startedMs, inFlight));
        }),
      rateLimited: (retryAfterMs) => end(() => episodes.refused(number, retryAfterMs)),
      troubled: () => end(() => rounds.troubled()),
      released: () => end(() => undefined),
    };
  }

  record('start');
  return {
    turn: async (signal) => {
      if (!(await queue.wait(signal))) throwIfAborted(signal);
      return begin();
    },
    limit: () => rounds.limit(),
    history: () => history,
    dispose: () => pauses.dispose(),
  };
}
