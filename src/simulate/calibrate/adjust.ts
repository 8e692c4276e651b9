import type { Calibration } from './types';

/**
 * Shares after calibration, in the same order, summing to 1. Temperature T: p_k^(1/T) / Σ_j p_j^(1/T) (Guo et al. 2017,
 * ICML, eq. 9, on log-probabilities); what was 0 stays 0. Shrinkage λ: (1 − λ) p_k + λ / K.
 * @param shares at least 0, with a sum above 0.
 */
export function adjusted(
  kind: Calibration['kind'],
  parameter: number,
  shares: readonly number[],
): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (kind === 'shrinkage')
    return shares.map((share) => (1 - parameter) * (share / total) + parameter / shares.length);
  const most = Math.max(...shares);
  const powers = shares.map((share) => (share / most) ** (1 / parameter));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}
