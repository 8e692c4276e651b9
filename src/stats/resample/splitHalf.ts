import { eachHypergeometric } from '../distribution/hypergeometric';
import { statsError } from '../errors';

/**
 * Expected W₁ in scale units between a random part of a sample and the rest of it, drawn without replacement:
 * Σ_k (x_{k+1} − x_k) · E|X/m − (C_k − X)/(N − m)|, X hypergeometric, C_k the answers up to level k. Exact, not simulated. The halves
 * have half the size of the sample, so that this is larger than the floor of two samples of full size.
 * @param levels ascending. @param counts whole numbers. @param m answers in the part, 1 … N − 1.
 * @throws VignetteError `stats/length-mismatch`, `stats/levels-unordered`, `stats/out-of-range`.
 */
export function expectedSplit(levels: readonly number[], counts: readonly number[], m: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (levels.length !== counts.length)
    throw statsError('length-mismatch', `There are ${levels.length} levels but ${counts.length} counts.`);
  if (levels.some((level, index) => index > 0 && !(level > (levels[index - 1] ?? level))))
    throw statsError('levels-unordered', 'The levels do not ascend.');
  const whole = counts.every((count) => Number.isInteger(count) && count >= 0);
  if (!whole || !(Number.isInteger(m) && m >= 1 && m < total))
    throw statsError('out-of-range', `${m} of ${total} answers are no part of them.`);
  let expected = 0;
  let marked = 0;
  for (const [index, level] of levels.slice(0, -1).entries()) {
    marked += counts[index] ?? 0;
    if (marked === 0 || marked === total) continue;
    let deviation = 0;
    eachHypergeometric({ total, marked, drawn: m }, 1e-30, (x, probability) => {
      deviation += probability * Math.abs(x / m - (marked - x) / (total - m));
    });
    expected += ((levels[index + 1] ?? level) - level) * deviation;
  }
  return expected;
}
