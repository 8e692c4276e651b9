import { checkedWeights, normalised } from '../sample';
import { bothShares } from './divergence';

/** What a forecast loses when an answer comes true; 0 is best. `outcome` is the place of the answer among the levels. */
export type ProperScore = (forecast: readonly number[], outcome: number) => number;

/** Ranked probability score Σ_{k<K} (F(k) − 1[k ≥ outcome])² over ascending levels, 0 … K − 1 (Epstein 1969). */
export function rankedProbabilityScore(forecast: readonly number[], outcome: number): number {
  let cumulative = 0;
  let sum = 0;
  for (let place = 0; place < forecast.length - 1; place += 1) {
    cumulative += forecast[place] ?? 0;
    sum += (cumulative - (place >= outcome ? 1 : 0)) ** 2;
  }
  return sum;
}

/** Brier score Σ (q_k − 1[k = outcome])², 0 … 2 (Brier 1950). */
export function brierScore(forecast: readonly number[], outcome: number): number {
  return forecast.reduce((sum, share, place) => sum + (share - (place === outcome ? 1 : 0)) ** 2, 0);
}

/** Log score −ln q(outcome) in nats; Infinity where the forecast ruled the answer out (Good 1952). */
export function logScore(forecast: readonly number[], outcome: number): number {
  return Math.abs(Math.log(forecast[outcome] ?? 0));
}

/**
 * The mean of a score over the answers of a reference distribution; levels that nobody chose do not count.
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function expectedScore(
  score: ProperScore,
  forecast: readonly number[],
  reference: readonly number[],
): number {
  const [p, q] = bothShares(reference, forecast);
  return p.reduce((sum, share, place) => (share > 0 ? sum + share * score(q, place) : sum), 0);
}

/**
 * Cramér's distance Σ_{k<K} (F(k) − G(k))² over the places of ascending levels: what the expected ranked probability score
 * of a forecast has above that of the truth.
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function cramerSquared(human: readonly number[], model: readonly number[]): number {
  const [p, q] = bothShares(human, model);
  let difference = 0;
  let sum = 0;
  for (let place = 0; place < p.length - 1; place += 1) {
    difference += (p[place] ?? 0) - (q[place] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/**
 * Continuous ranked probability score ∫ (F(x) − 1[x ≥ y])² dx in scale units (Matheson & Winkler 1976); of a forecast that is
 * sure of x it is |x − y|.
 * @param levels in any order. @param shares need not sum to 1.
 * @throws VignetteError those of `checkedWeights`.
 */
export function crps(levels: readonly number[], shares: readonly number[], observation: number): number {
  const q = normalised(checkedWeights({ values: levels, weights: shares }));
  const jumps = levels.map((value, place) => ({ value, mass: q[place] ?? 0 }));
  const points = [...jumps, { value: observation, mass: 0 }].sort((a, b) => a.value - b.value);
  let cumulative = 0;
  let sum = 0;
  for (const [index, { value, mass }] of points.entries()) {
    cumulative += mass;
    const gap = (points[index + 1]?.value ?? value) - value;
    sum += gap * (cumulative - (value >= observation ? 1 : 0)) ** 2;
  }
  return sum;
}
