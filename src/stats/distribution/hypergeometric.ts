import { binomialProbability } from './binomial';

/** An urn: `marked` of `total` are marked, `drawn` are taken without replacement. All whole, 0 … total. */
export interface Urn {
  readonly total: number;
  readonly marked: number;
  readonly drawn: number;
}

/** P(k marked ones are drawn), as a ratio of binomial probabilities at the common rate; 0 < marked < total. */
export function hypergeometricProbability(k: number, { total, marked, drawn }: Urn): number {
  if (k < 0 || k > drawn || k > marked || drawn - k > total - marked) return 0;
  const rate = marked / total;
  const joint = binomialProbability(k, drawn, rate) * binomialProbability(marked - k, total - drawn, rate);
  return joint / binomialProbability(marked, total, rate);
}

/** The most probable number of marked ones. */
export function hypergeometricMode({ total, marked, drawn }: Urn): number {
  return Math.floor(((marked + 1) * (drawn + 1)) / (total + 2));
}

/**
 * The probabilities of all k from the mode outwards, by the ratio of neighbours, as long as they are above `least`: in the order
 * of √drawn of them for urns of any size.
 */
export function eachHypergeometric(
  urn: Urn,
  least: number,
  visit: (k: number, probability: number) => void,
): void {
  const { total, marked, drawn } = urn;
  const up = (k: number) => ((drawn - k) * (marked - k)) / ((k + 1) * (total - marked - drawn + k + 1));
  const mode = hypergeometricMode(urn);
  const top = hypergeometricProbability(mode, urn);
  visit(mode, top);
  for (let k = mode, p = top * up(k); p > least && p < Infinity; p *= up(k)) visit((k += 1), p);
  for (let k = mode, p = top / up(k - 1); p > least && p < Infinity; p /= up(k - 1)) visit((k -= 1), p);
}
