import { statsError } from '../errors';
import { checkedWeights, normalised, type Sample } from '../sample';
import { cumulativeDifference } from './cumulative';

/**
 * Total variation distance ½ Σ|pᵢ − qᵢ| of two distributions over the same levels, 0 … 1. They need not sum to 1.
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function totalVariation(human: readonly number[], model: readonly number[]): number {
  const [p, q] = bothShares(human, model);
  return p.reduce((sum, share, level) => sum + Math.abs(share - (q[level] ?? 0)), 0) / 2;
}

/**
 * Jensen-Shannon divergence in bits, ½ KL(P‖M) + ½ KL(Q‖M) with M = (P + Q) / 2, 0 … 1 (Lin 1991).
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function jensenShannonBits(human: readonly number[], model: readonly number[]): number {
  const [p, q] = bothShares(human, model);
  let sum = 0;
  for (const [level, share] of p.entries()) {
    const other = q[level] ?? 0;
    const middle = (share + other) / 2;
    if (share > 0) sum += share * Math.log2(share / middle);
    if (other > 0) sum += other * Math.log2(other / middle);
  }
  return Math.max(0, sum / 2);
}

/**
 * Kolmogorov-Smirnov distance max|F(x) − G(x)|, 0 … 1. Its usual p-value assumes continuous data: none is given.
 * @throws VignetteError those of `cumulativeDifference`.
 */
export function kolmogorovSmirnov(human: Sample, model: Sample): number {
  const steps = cumulativeDifference(human, model).slice(0, -1);
  return steps.reduce((largest, step) => Math.max(largest, Math.abs(step.difference)), 0);
}

/**
 * Shannon entropy −Σ p log₂ p in bits; empty levels add nothing.
 * @throws VignetteError those of `checkedWeights`.
 */
export function entropyBits(shares: readonly number[]): number {
  const p = normalised(checkedWeights({ values: shares, weights: shares }));
  return Math.max(0, -p.reduce((sum, share) => (share > 0 ? sum + share * Math.log2(share) : sum), 0));
}

/** Entropy of the model over that of the humans; null when all humans gave the same answer. */
export function entropyRatio(human: readonly number[], model: readonly number[]): number | null {
  const [p, q] = bothShares(human, model);
  const reference = entropyBits(p);
  return reference > 0 ? entropyBits(q) / reference : null;
}

/**
 * Both distributions with sums of 1.
 * @throws VignetteError `stats/length-mismatch` and those of `checkedWeights`.
 */
export function bothShares(
  human: readonly number[],
  model: readonly number[],
): readonly [number[], number[]] {
  if (human.length !== model.length) {
    throw statsError('length-mismatch', `There are ${human.length} levels here and ${model.length} there.`);
  }
  return [
    normalised(checkedWeights({ values: human, weights: human })),
    normalised(checkedWeights({ values: model, weights: model })),
  ];
}
