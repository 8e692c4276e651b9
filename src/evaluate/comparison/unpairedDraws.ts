import { cumulativeSampler } from '../../stats/resample/cumulativeSampler';
import type { Rng } from '../../util/rng';
import { distance, type CellPair } from './cellPair';

/** The distance of every cell as its shares have it. */
export function distancesOfShares(pairs: readonly CellPair[]): readonly number[] {
  return pairs.map((pair) =>
    distance(
      pair,
      pair.codes.map((_, place) => (pair.sharesB[place] ?? 0) - (pair.sharesA[place] ?? 0)),
    ),
  );
}

/**
 * A function that draws the distances of all cells under the null that both runs answer alike: two samples of the
 * runs' sizes from their pooled shares, each cell on its own, since nothing says whose answers they are.
 */
export function pooledDraws(pairs: readonly CellPair[], rng: Rng): () => readonly number[] {
  const cells = pairs.map((pair) => pooledDraw(pair, rng));
  return () => cells.map((draw) => draw());
}

function pooledDraw(pair: CellPair, rng: Rng): () => number {
  const total = pair.a.nPredicted + pair.b.nPredicted;
  const pooled = pair.codes.map((_, place) => {
    const count =
      pair.a.nPredicted * (pair.sharesA[place] ?? 0) + pair.b.nPredicted * (pair.sharesB[place] ?? 0);
    return count / total;
  });
  const sum = pooled.reduce((so, share) => so + share, 0);
  const kept = [...pooled.keys()].filter((place) => (pooled[place] ?? 0) > 0);
  const shares = kept.map((place) => (pooled[place] ?? 0) / sum);
  const first = cumulativeSampler(shares, pair.a.nPredicted, rng);
  const second = cumulativeSampler(shares, pair.b.nPredicted, rng);
  const difference = new Float64Array(pair.codes.length);
  return () => {
    const before = first?.() ?? [];
    const after = second?.() ?? [];
    let last = 0;
    for (const [index, place] of kept.entries()) {
      const cumulative = (after[index] ?? 0) - (before[index] ?? 0);
      difference[place] = cumulative - last;
      last = cumulative;
    }
    return distance(pair, difference);
  };
}
