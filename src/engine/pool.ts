import type { Clock } from '../simulate/ports';
import type { OnEvent } from './events';

export interface PoolSettings {
  /** Failures in a row after which a base URL is left out. */
  readonly failures: number;
  /** How long it is left out at first; doubles up to `maxMs` while it stays dead. */
  readonly restMs: number;
  readonly maxMs: number;
}

export const poolDefaults: PoolSettings = { failures: 2, restMs: 5_000, maxMs: 60_000 };

/** One attempt's hold on a base URL; exactly one of its ends is to be called. */
export interface Lease {
  readonly url: string;
  succeeded(): void;
  /** The URL did not answer as a living server does. */
  failed(): void;
  /** Neither: cancelled, or refused for a reason that says nothing about the URL's health. */
  released(): void;
}

/** Several base URLs of one model. */
export interface Pool {
  /** The least busy of those that live; one that was left out long enough gets a single attempt. */
  pick(): Lease;
}

interface Member {
  readonly url: string;
  outstanding: number;
  failures: number;
  restMs: number;
  /** Left out until then; undefined is alive. */
  deadUntilMs: number | undefined;
}

export function makePool(
  urls: readonly string[],
  clock: Clock,
  settings: PoolSettings,
  onEvent: OnEvent,
): Pool {
  const members: readonly Member[] = urls.map((url) => ({
    url,
    outstanding: 0,
    failures: 0,
    restMs: settings.restMs,
    deadUntilMs: undefined,
  }));

  function fail(member: Member): void {
    const atMs = clock.now();
    const restsAlready = member.deadUntilMs !== undefined && member.deadUntilMs > atMs;
    member.failures += 1;
    if (restsAlready || member.failures < settings.failures) return;
    member.deadUntilMs = atMs + member.restMs;
    onEvent({ kind: 'left-out', atMs, url: member.url, ms: member.restMs });
    member.restMs = Math.min(settings.maxMs, member.restMs * 2);
  }

  function lease(member: Member): Lease {
    member.outstanding += 1;
    const end = (then: () => void) => () => {
      member.outstanding -= 1;
      then();
    };
    return {
      url: member.url,
      succeeded: end(() => {
        Object.assign(member, { failures: 0, restMs: settings.restMs, deadUntilMs: undefined });
      }),
      failed: end(() => fail(member)),
      released: end(() => undefined),
    };
  }

  return { pick: () => lease(choose(members, clock.now())) };
}

function choose(members: readonly Member[], nowMs: number): Member {
  const retrial = members.find(
    ({ deadUntilMs, outstanding }) => deadUntilMs !== undefined && deadUntilMs <= nowMs && outstanding === 0,
  );
  if (retrial !== undefined) return retrial;
  const alive = members.filter(({ deadUntilMs }) => deadUntilMs === undefined);
  const least = leastBy(alive, ({ outstanding }) => outstanding);
  // With none alive the attempt must still go somewhere: retries and the circuit decide when to stop.
  const chosen = least ?? leastBy(members, ({ deadUntilMs }) => deadUntilMs ?? 0);
  if (chosen === undefined) throw new RangeError('A pool needs at least one base URL.');
  return chosen;
}

function leastBy<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (least, item) => (least === undefined || measure(item) < measure(least) ? item : least),
    undefined,
  );
}
