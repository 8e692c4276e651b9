import { checkedWeights } from '../sample';

export interface EffectiveSize {
  /** (Σw)² / Σw² (Kish 1965). */
  readonly nEff: number;
  readonly n: number;
  readonly nPositive: number;
}

/**
 * Kish's effective sample size. Weights are divided by the largest first, so that squares neither overflow nor vanish.
 * @throws VignetteError those of `checkedWeights`.
 */
export function effectiveSize(weights: readonly number[]): EffectiveSize {
  checkedWeights({ values: weights, weights });
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, weight);
  let sum = 0;
  let squares = 0;
  let nPositive = 0;
  for (const weight of weights) {
    const scaled = weight / largest;
    sum += scaled;
    squares += scaled * scaled;
    if (weight > 0) nPositive += 1;
  }
  return { nEff: (sum * sum) / squares, n: weights.length, nPositive };
}
