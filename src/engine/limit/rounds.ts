/** Latency of a round against an earlier one from which on more calls in flight are held to bring nothing. */
const SLOWER = 1.67;

/** How the limit grows and shrinks, round by round. A round is as many successes as the limit. */
export interface Rounds {
  limit(): number;
  /** @returns why the limit changed, if it did. */
  succeeded(latencyMs: number, inFlight: number): string | undefined;
  /** Begins the round anew, so that a server in trouble is not asked for more. */
  troubled(): void;
  cut(): string | undefined;
}

export function makeRounds(start: number, ceiling: number): Rounds {
  let limit = Math.max(1, start);
  let slowStart = true;
  let round = { successes: 0, totalMs: 0, peak: 0 };
  /** Mean latency of the round before, while the limit doubles; the lowest since, while it grows by steps. */
  let reference: number | undefined;
  const step = Math.max(1, Math.round(start / 4));

  function become(next: number, why: string): string | undefined {
    const bounded = Math.min(ceiling, Math.max(1, next));
    if (bounded === limit) return undefined;
    limit = bounded;
    return why;
  }

  function endOfRound(meanMs: number): string | undefined {
    const slower = reference !== undefined && meanMs > SLOWER * reference;
    if (slowStart && slower) {
      slowStart = false;
      return become(Math.ceil(limit / 2), 'answers came no faster');
    }
    if (slower) return undefined;
    reference = slowStart ? meanMs : Math.min(reference ?? meanMs, meanMs);
    return slowStart ? become(limit * 2, 'clean round: doubled') : become(limit + step, 'clean round: step');
  }

  return {
    limit: () => limit,
    succeeded: (latencyMs, inFlight) => {
      round = {
        successes: round.successes + 1,
        totalMs: round.totalMs + latencyMs,
        peak: Math.max(round.peak, inFlight),
      };
      if (round.successes < limit) return undefined;
      const { peak, totalMs, successes } = round;
      round = { successes: 0, totalMs: 0, peak: 0 };
      // A limit that was not used says nothing about a higher one.
      return peak * 2 > limit ? endOfRound(totalMs / successes) : undefined;
    },
    troubled: () => {
      round = { successes: 0, totalMs: 0, peak: 0 };
    },
    cut: () => {
      slowStart = false;
      round = { successes: 0, totalMs: 0, peak: 0 };
      return become(Math.floor(limit / 2), 'rate limited: halved');
    },
  };
}
