import type { Clock } from '../simulate/ports';
import { VignetteError } from '../util/errors';
import type { Rng } from '../util/rng';
import { throwIfAborted } from '../util/abort';
import type { OnEvent } from './events';
import type { Attempt, Failure } from './failure';

export interface RetrySettings {
  /** Retries of one call after transient failures. */
  readonly transient: number;
  /** Times that one call waits out a rate limit before it gives up. */
  readonly rateLimited: number;
  /** First wait; doubles with every retry. */
  readonly baseMs: number;
  readonly maxMs: number;
  /** A server that asks for a longer wait than this is not waited for. */
  readonly longestWaitMs: number;
}

export const retryDefaults: RetrySettings = {
  transient: 5,
  rateLimited: 20,
  baseMs: 500,
  maxMs: 30_000,
  longestWaitMs: 600_000,
};

export interface RetryPorts {
  readonly clock: Clock;
  readonly rng: Rng;
  readonly settings: RetrySettings;
  readonly onEvent: OnEvent;
}

/** Milliseconds before retry `n` (0 is the first): doubling, with between half and all of it drawn at random. */
export function backoff(n: number, settings: Pick<RetrySettings, 'baseMs' | 'maxMs'>, rng: Rng): number {
  const full = Math.min(settings.maxMs, settings.baseMs * 2 ** n);
  return Math.round(full * (0.5 + 0.5 * rng.uniform()));
}

/**
 * Attempts until one succeeds. Rate limits are waited out by whoever hands out the next attempt's turn, so they
 * are only counted here; transient failures wait here.
 * @throws the failure's own error when it is final or patience ends.
 */
export async function withRetries<T>(
  attempt: () => Promise<Attempt<T>>,
  ports: RetryPorts,
  signal: AbortSignal,
): Promise<T> {
  const seen = { transient: 0, rateLimited: 0 };
  for (;;) {
    throwIfAborted(signal);
    const outcome = await attempt();
    if (outcome.ok) return outcome.value;
    const waitMs = nextWait(outcome.failure, seen, ports);
    ports.onEvent({
      kind: 'retry',
      atMs: ports.clock.now(),
      afterMs: waitMs,
      code: outcome.failure.error.code,
    });
    if (waitMs > 0) await ports.clock.sleep(waitMs, signal);
  }
}

function nextWait(
  failure: Failure,
  seen: { transient: number; rateLimited: number },
  { settings, rng }: RetryPorts,
): number {
  if (failure.kind === 'final') throw failure.error;
  const asked = failure.retryAfterMs ?? 0;
  if (asked > settings.longestWaitMs) throw tooLong(failure.error, asked);
  if (failure.kind === 'rate-limited') {
    seen.rateLimited += 1;
    if (seen.rateLimited > settings.rateLimited) throw failure.error;
    return 0;
  }
  seen.transient += 1;
  if (seen.transient > settings.transient) throw failure.error;
  return Math.max(asked, backoff(seen.transient - 1, settings, rng));
}

function tooLong(cause: VignetteError, askedMs: number): VignetteError {
  return new VignetteError({
    code: cause.code,
    message: `${cause.message} It asks to wait ${Math.ceil(askedMs / 60_000)} minutes.`,
    help: 'Resume the run after that time; what was answered is kept.',
    audience: cause.audience,
    cause,
  });
}
