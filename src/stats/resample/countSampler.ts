import type { Rng } from '../../util/rng';
import { binomialDraw } from './binomialDraw';

/** Draws the counts of a sample by level; the array is used again by the next draw. */
export type CountSampler = () => Int32Array;

/**
 * A multinomial sampler of `size` answers, exact, at the least cost for its shape. Few answers: answer by answer. Otherwise each level
 * is an independent Poisson draw from a table, and the answers that are then too many or missing are taken away or added at random,
 * which leaves a multinomial, since Poisson counts given their sum are one; in the order of K + √size steps. Very many answers on few
 * levels: conditional binomials.
 * @param shares sum to 1. @param size a whole number of at least 1.
 */
export function countSampler(shares: readonly number[], size: number, rng: Rng): CountSampler {
  const misfit = 0.8 * Math.sqrt(size);
  if (size <= shares.length + misfit) return answerByAnswer(shares, size, rng);
  return misfit <= 10 * shares.length ? byPoisson(shares, size, rng) : byBinomials(shares, size, rng);
}

function answerByAnswer(shares: readonly number[], size: number, rng: Rng): CountSampler {
  const counts = new Int32Array(shares.length);
  const level = inverseOf(cumulated(shares), rng);
  return () => {
    counts.fill(0);
    for (let answer = 0; answer < size; answer += 1) add(counts, level(), 1);
    return counts;
  };
}

function byBinomials(shares: readonly number[], size: number, rng: Rng): CountSampler {
  const counts = new Int32Array(shares.length);
  return () => {
    let left = size;
    let rest = 1;
    for (let k = 0; k < shares.length; k += 1) {
      const share = shares[k] ?? 0;
      const own = k === shares.length - 1 ? left : binomialDraw(left, Math.min(1, share / rest), rng);
      counts[k] = own;
      left -= own;
      rest -= share;
    }
    return counts;
  };
}

function byPoisson(shares: readonly number[], size: number, rng: Rng): CountSampler {
  const counts = new Int32Array(shares.length);
  const draws = shares.map((share) => poissonDraw(size * share, rng));
  const level = inverseOf(cumulated(shares), rng);
  return () => {
    let total = 0;
    for (let k = 0; k < counts.length; k += 1) {
      const own = draws[k]?.() ?? 0;
      counts[k] = own;
      total += own;
    }
    for (; total < size; total += 1) add(counts, level(), 1);
    for (; total > size; total -= 1) takeOne(counts, Math.floor(rng.uniform() * total));
    return counts;
  };
}

/** Takes away the answer at a place, the answers standing in order of their levels. */
function takeOne(counts: Int32Array, place: number): void {
  let left = place;
  let k = 0;
  while (left >= (counts[k] ?? 0)) {
    left -= counts[k] ?? 0;
    k += 1;
  }
  add(counts, k, -1);
}

function add(counts: Int32Array, place: number, change: number): void {
  counts[place] = (counts[place] ?? 0) + change;
}

/** Poisson draws by inversion of the part of the distribution that matters; what lies outside is below 1e-16. */
function poissonDraw(rate: number, rng: Rng): () => number {
  if (!(rate > 0)) return () => 0;
  const mode = Math.floor(rate);
  const below: number[] = [];
  const above: number[] = [];
  for (let k = mode, p = 1; k > 0 && p > 1e-17; k -= 1) below.push((p *= k / rate));
  for (let k = mode + 1, p = 1; p > 1e-17; k += 1) above.push((p *= rate / k));
  const start = mode - below.length;
  const place = inverseOf(cumulated([...below.reverse(), 1, ...above]), rng);
  return () => start + place();
}

/** Running sums over their total. */
function cumulated(masses: readonly number[]): Float64Array {
  const bounds = Float64Array.from(masses);
  for (let k = 1; k < bounds.length; k += 1) bounds[k] = (bounds[k] ?? 0) + (bounds[k - 1] ?? 0);
  const total = bounds[bounds.length - 1] ?? 1;
  return bounds.map((bound) => bound / total);
}

/** Draws places by inversion with a guide table: where to start the search for each part of the unit interval (Chen & Asau 1974). */
function inverseOf(bounds: Float64Array, rng: Rng): () => number {
  const slots = bounds.length;
  const guide = new Int32Array(slots);
  for (let slot = 0, k = 0; slot < slots; slot += 1) {
    while ((bounds[k] ?? 1) <= slot / slots) k += 1;
    guide[slot] = k;
  }
  return () => {
    const u = rng.uniform();
    let k = guide[Math.floor(u * slots)] ?? 0;
    while (u >= (bounds[k] ?? 1) && k < slots - 1) k += 1;
    return k;
  };
}
