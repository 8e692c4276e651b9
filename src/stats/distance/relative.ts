import { checkedWeights, normalised } from '../sample';
import { bothShares, jensenShannonBits } from './divergence';

/**
 * Kullback-Leibler divergence Σ p ln(p / q) in nats, 0 or more; Infinity where q has no share on a level on which p has one
 * (Kullback & Leibler 1951). For bits divide by ln 2.
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function kullbackLeiblerNats(of: readonly number[], from: readonly number[]): number {
  const [p, q] = bothShares(of, from);
  const sum = p.reduce(
    (so, share, level) => (share > 0 ? so + share * Math.log(share / (q[level] ?? 0)) : so),
    0,
  );
  return Math.max(0, sum);
}

/**
 * Shares with `epsilon` added to every level, summing to 1: a Kullback-Leibler divergence of such shares is finite, and depends
 * on epsilon, so that the two are named together.
 * @throws VignetteError those of `checkedWeights`.
 */
export function smoothed(shares: readonly number[], epsilon: number): readonly number[] {
  const p = normalised(checkedWeights({ values: shares, weights: shares }));
  return p.map((share) => (share + epsilon) / (1 + p.length * epsilon));
}

/** √ of the Jensen-Shannon divergence in bits: a metric, 0 … 1 (Endres & Schindelin 2003). */
export function jensenShannonDistance(human: readonly number[], model: readonly number[]): number {
  return Math.sqrt(jensenShannonBits(human, model));
}

/**
 * Hellinger distance √(½ Σ (√p − √q)²), 0 … 1 (Hellinger 1909).
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function hellinger(human: readonly number[], model: readonly number[]): number {
  const [p, q] = bothShares(human, model);
  const sum = p.reduce((so, share, level) => so + (Math.sqrt(share) - Math.sqrt(q[level] ?? 0)) ** 2, 0);
  return Math.sqrt(sum / 2);
}
