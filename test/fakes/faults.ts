import { rng } from '../../src/util/rng';
import type { ScriptedRequest } from './scriptedServer';
import { rateLimited, serverError, type Behaviour } from './scriptedReplies';

/** Shares of all requests, 0 to 1, that fail in each way. */
export interface FaultShares {
  /** Status 429; every second one, by chance, says `Retry-After`. */
  readonly rateLimited: number;
  /** Status 500. */
  readonly serverError: number;
  /** Never answered. */
  readonly hang: number;
  /** Status 200 with a page, with half a JSON, or with a JSON that is something else. */
  readonly garbage: number;
}

export type Fault = keyof FaultShares;

export interface FaultSettings {
  readonly seed: number;
  readonly shares: FaultShares;
  /** What `Retry-After` asks for, in ms. */
  readonly retryAfterMs: number;
  /** Requests a second beyond which all get 429; no limit without. A tenth of a second may come at once. */
  readonly allowed?: number;
  /** What a request gets that does not fail. */
  readonly answer: (request: ScriptedRequest) => Behaviour;
}

export interface Faults {
  /** For the scripted server. */
  readonly answer: (request: ScriptedRequest) => Behaviour;
  /** How many requests failed so far in each way; `overRate` for coming too fast. */
  readonly counts: Readonly<Record<Fault | 'overRate', number>>;
}

export const noFaults: FaultShares = { rateLimited: 0, serverError: 0, hang: 0, garbage: 0 };

/** A tenth 429, a twentieth 500, a fiftieth never answered and a fiftieth garbage. */
export const manyFaults: FaultShares = { rateLimited: 0.1, serverError: 0.05, hang: 0.02, garbage: 0.02 };

/**
 * Lets requests fail. Whether one fails, and how, follows from the seed, its body and which attempt at that body it is: the
 * order in which requests arrive changes nothing. Those that come too fast are refused before that and are no attempts.
 */
export function faults({ seed, shares, retryAfterMs, allowed, answer }: FaultSettings): Faults {
  const attempts = new Map<string, number>();
  const counts = { rateLimited: 0, serverError: 0, hang: 0, garbage: 0, overRate: 0 };
  const admits = bucket(allowed);
  const retryAfter = { 'retry-after-ms': `${retryAfterMs}` };
  return {
    counts,
    answer: (request) => {
      if (!admits()) {
        counts.overRate += 1;
        return rateLimited(retryAfter);
      }
      const nth = attempts.get(request.body) ?? 0;
      attempts.set(request.body, nth + 1);
      const chance = rng('fault', seed, request.body, nth);
      const fault = faultOf(shares, chance.uniform());
      if (fault === undefined) return answer(request);
      counts[fault] += 1;
      return behaviourOf(fault, retryAfter, chance.below(6));
    },
  };
}

function faultOf(shares: FaultShares, u: number): Fault | undefined {
  let from = 0;
  for (const fault of ['rateLimited', 'serverError', 'hang', 'garbage'] as const) {
    if (u < from + shares[fault]) return fault;
    from += shares[fault];
  }
  return undefined;
}

const garbage = [
  '<!doctype html><title>Please wait</title>',
  '{"choices":[{"message":{"rol',
  '{"status":"ok"}',
];

/** @param kind 0 to 5 */
function behaviourOf(fault: Fault, retryAfter: Readonly<Record<string, string>>, kind: number): Behaviour {
  switch (fault) {
    case 'rateLimited':
      return rateLimited(kind % 2 === 0 ? retryAfter : {});
    case 'serverError':
      return serverError();
    case 'hang':
      return { kind: 'hang' };
    case 'garbage':
      return { kind: 'body', body: garbage[kind % garbage.length] ?? '' };
  }
}

/** Whether one more request comes no faster than allowed. */
function bucket(allowed: number | undefined): () => boolean {
  if (allowed === undefined) return () => true;
  const most = Math.max(1, allowed / 10);
  let [left, atMs] = [most, performance.now()];
  return () => {
    const nowMs = performance.now();
    left = Math.min(most, left + ((nowMs - atMs) / 1000) * allowed);
    atMs = nowMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

/** One of the codes, which follows from the request alone. */
export function steadyAnswer(codes: readonly number[]): (request: ScriptedRequest) => Behaviour {
  return ({ body }) => ({ kind: 'text', text: String(codes[rng('steady', body).below(codes.length)]) });
}
