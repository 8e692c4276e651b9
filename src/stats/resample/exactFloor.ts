import { binomialProbability, binomialWindow, type BinomialWindow } from '../distribution/binomial';
import { statsError } from '../errors';
import { checkedWeights, normalised } from '../sample';

/** Two sample sizes; Infinity for a distribution that is known exactly. */
export type SampleSizes = readonly [human: number, model: number];

/**
 * Expected W₁ in scale units between two independent samples of sizes n₁, n₂ from one distribution:
 * Σ_k (x_{k+1} − x_k) · E|X/n₁ − Y/n₂| with X ~ Bin(n₁, F_k), Y ~ Bin(n₂, F_k). Exact, not simulated.
 * @param levels ascending. @param shares need not sum to 1. @param sizes whole numbers of at least 1, or Infinity.
 * @throws VignetteError `stats/levels-unordered`, `stats/out-of-range` and those of `checkedWeights`.
 */
export function expectedFloor(
  levels: readonly number[],
  shares: readonly number[],
  sizes: SampleSizes,
): number {
  checkFloorInput(levels, shares, sizes);
  const p = normalised(checkedWeights({ values: levels, weights: shares }));
  const [small, large] = sizes[0] <= sizes[1] ? sizes : [sizes[1], sizes[0]];
  if (small === Infinity) return 0;
  let expected = 0;
  let below = 0;
  for (const [index, level] of levels.slice(0, -1).entries()) {
    below += p[index] ?? 0;
    if (below <= 0 || below >= 1 - 1e-15) continue;
    const gap = (levels[index + 1] ?? level) - level;
    expected += gap * (large === Infinity ? deviation(small, below) : difference(small, large, below));
  }
  return expected;
}

/** The conditions both floors share. */
export function checkFloorInput(
  levels: readonly number[],
  shares: readonly number[],
  sizes: SampleSizes,
): void {
  checkedWeights({ values: levels, weights: shares });
  if (levels.some((level, index) => index > 0 && level <= (levels[index - 1] ?? level))) {
    throw statsError('levels-unordered', 'The levels do not ascend.');
  }
  for (const size of sizes) {
    if (size === Infinity || (Number.isInteger(size) && size >= 1)) continue;
    throw statsError('out-of-range', `A sample size is a whole number of at least 1, not ${size}.`);
  }
}

/** E|X/n − p| = 2 (m/n) (1 − p) P(X = m) with m = ⌊np⌋ + 1 (de Moivre 1730; Diaconis & Zabell 1991). */
function deviation(n: number, p: number): number {
  const m = Math.min(n, Math.floor(n * p) + 1);
  return 2 * (m / n) * (1 - p) * binomialProbability(m, n, p);
}

/** E|X/n₁ − Y/n₂| = ∫ A(1 − B) + B(1 − A), with A, B the distribution functions of the two shares. */
function difference(n1: number, n2: number, p: number): number {
  const a = stepsOf(binomialWindow(n1, p), n1);
  const b = n1 === n2 ? a : stepsOf(binomialWindow(n2, p), n2);
  let i = 0;
  let j = 0;
  let last = 0;
  let integral = 0;
  let cdfA = 0;
  let cdfB = 0;
  while (i < a.cdf.length || j < b.cdf.length) {
    const nextA = i < a.cdf.length ? (a.start + i) / n1 : Infinity;
    const nextB = j < b.cdf.length ? (b.start + j) / n2 : Infinity;
    const next = Math.min(nextA, nextB);
    integral += (next - last) * (cdfA * (1 - cdfB) + cdfB * (1 - cdfA));
    last = next;
    if (nextA === next) cdfA = a.cdf[i++] ?? 1;
    if (nextB === next) cdfB = b.cdf[j++] ?? 1;
  }
  return integral;
}

function stepsOf(window: BinomialWindow, n: number) {
  let sum = 0;
  const cdf = window.probabilities.map((probability) => Math.min(1, (sum += probability)));
  if (window.start + cdf.length > n) cdf[cdf.length - 1] = 1;
  return { start: window.start, cdf };
}
