import type { Rng } from '../../util/rng';
import { binomialDraw } from './binomialDraw';

/** Up to this many answers a sample on a scale of many levels is drawn answer by answer. */
const fewAnswers = 200;
/** Up to this many levels the counts are drawn level by level. */
const fewLevels = 20;

/**
 * A function that draws the cumulative shares of a sample of `size` answers; its array is used again by the next
 * draw. Undefined for an infinite sample.
 *
 * Few levels: conditional binomials, an exact multinomial draw whose cost does not grow with the size. Many levels and
 * at most 200 answers: answer by answer, exact. Many levels and more answers: the Brownian bridge
 * F + (B(F) − F·B(1)) / √n, the limit of the empirical process (Donsker 1952), whose error is of order log n / n.
 * @param shares sum to 1, all above 0. @param size a whole number of at least 1, or Infinity.
 */
export function cumulativeSampler(
  shares: readonly number[],
  size: number,
  rng: Rng,
): (() => Float64Array) | undefined {
  if (size === Infinity) return undefined;
  if (shares.length <= fewLevels) return levelByLevel(shares, size, rng);
  return size <= fewAnswers ? answerByAnswer(shares, size, rng) : bridge(shares, size, rng);
}

function levelByLevel(shares: readonly number[], size: number, rng: Rng): () => Float64Array {
  const cumulative = new Float64Array(shares.length).fill(1);
  return () => {
    let left = size;
    let rest = 1;
    for (let k = 0; k < shares.length - 1; k += 1) {
      const share = shares[k] ?? 0;
      left -= binomialDraw(left, Math.min(1, share / rest), rng);
      rest -= share;
      cumulative[k] = (size - left) / size;
    }
    return cumulative;
  };
}

/** Inversion by a guide table: where to start the search for each K-th of the unit interval (Chen & Asau 1974). */
function answerByAnswer(shares: readonly number[], size: number, rng: Rng): () => Float64Array {
  const bounds = cumulate(Float64Array.from(shares));
  const last = shares.length - 1;
  const guide = shares.map((_, slot) => bounds.findIndex((bound) => bound > slot / shares.length));
  const cumulative = new Float64Array(shares.length);
  return () => {
    cumulative.fill(0);
    for (let answer = 0; answer < size; answer += 1) {
      const u = rng.uniform();
      let k = guide[Math.floor(u * shares.length)] ?? last;
      while (k < last && u >= (bounds[k] ?? 1)) k += 1;
      cumulative[k] = (cumulative[k] ?? 0) + 1 / size;
    }
    return cumulate(cumulative);
  };
}

function bridge(shares: readonly number[], size: number, rng: Rng): () => Float64Array {
  const bounds = cumulate(Float64Array.from(shares));
  const scales = shares.map((share) => Math.sqrt(share / size));
  const cumulative = new Float64Array(shares.length);
  return () => {
    for (let k = 0; k < cumulative.length; k += 2) {
      const radius = Math.sqrt(-2 * Math.log(1 - rng.uniform()));
      const angle = 2 * Math.PI * rng.uniform();
      cumulative[k] = (scales[k] ?? 0) * radius * Math.cos(angle);
      if (k + 1 < cumulative.length) cumulative[k + 1] = (scales[k + 1] ?? 0) * radius * Math.sin(angle);
    }
    cumulate(cumulative);
    const end = cumulative[cumulative.length - 1] ?? 0;
    for (let k = 0; k < cumulative.length; k += 1) {
      const bound = bounds[k] ?? 1;
      cumulative[k] = bound + (cumulative[k] ?? 0) - bound * end;
    }
    return cumulative;
  };
}

/** Running sums, in place. */
function cumulate(values: Float64Array): Float64Array {
  for (let k = 1; k < values.length; k += 1) values[k] = (values[k] ?? 0) + (values[k - 1] ?? 0);
  return values;
}
