import { checkedWeights, normalised } from '../sample';
import type { Rng } from '../../util/rng';
import { cumulativeSampler } from './cumulativeSampler';
import { checkFloorInput, type SampleSizes } from './exactFloor';

/**
 * Simulated W₁ in scale units between two independent samples from one distribution, ascending. How a sample is
 * drawn depends on its size and on the number of levels (see `cumulativeSampler`); an infinite one is the
 * distribution itself.
 * @param levels ascending. @param shares need not sum to 1. @param sizes whole numbers of at least 1, or Infinity.
 * @throws VignetteError those of `expectedFloor`.
 */
export function simulatedFloor(
  levels: readonly number[],
  shares: readonly number[],
  sizes: SampleSizes,
  draws: number,
  rng: Rng,
): Float64Array {
  checkFloorInput(levels, shares, sizes);
  const cell = occupied(levels, normalised(checkedWeights({ values: levels, weights: shares })));
  const [human, model] = sizes.map((size) => cumulativeSampler(cell.shares, size, rng));
  const distances = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const first = human?.() ?? cell.cumulative;
    const second = model?.() ?? cell.cumulative;
    let distance = 0;
    for (let k = 0; k < cell.gaps.length; k += 1) {
      distance += Math.abs((first[k] ?? 0) - (second[k] ?? 0)) * (cell.gaps[k] ?? 0);
    }
    distances[draw] = distance;
  }
  return distances.sort();
}

/**
 * Share of simulated distances at or above `distance`, (b + 1) / (B + 1), never 0 (Davison & Hinkley 1997, 4.3).
 * @param ascending sorted. @param distance in the same units; ties within 1e-9 count as reached.
 */
export function upperShare(ascending: Float64Array, distance: number): number {
  const reached = ascending.reduce((count, value) => (value >= distance - 1e-9 ? count + 1 : count), 0);
  return (reached + 1) / (ascending.length + 1);
}

/** The q-quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). */
export function quantileOf(ascending: Float64Array, q: number): number {
  const place = q * (ascending.length - 1);
  const low = ascending[Math.floor(place)] ?? NaN;
  const high = ascending[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** The levels that have a share, which are the only ones a sample can hold. */
function occupied(levels: readonly number[], shares: readonly number[]) {
  const kept = levels.flatMap((level, index) => {
    const share = shares[index] ?? 0;
    return share > 0 ? [{ level, share }] : [];
  });
  let sum = 0;
  return {
    shares: kept.map(({ share }) => share),
    cumulative: Float64Array.from(kept, ({ share }) => (sum += share)),
    gaps: kept.slice(1).map(({ level }, index) => level - (kept[index]?.level ?? level)),
  };
}
