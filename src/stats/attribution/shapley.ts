import { statsError } from '../errors';

/** More players than these have too many coalitions to value each. */
export const mostPlayers = 12;

/**
 * What each player adds to a value, averaged over all orders in which they can come: Σ_S |S|! (k − |S| − 1)! / k! (v(S ∪ i) − v(S))
 * (Shapley 1953). The values add up to v(all) − v(none); players that always add the same get the same, also where they are correlated.
 * @param value of a coalition, given as bits: player i is in it when bit i is set. Called once for each of the 2^k.
 * @throws VignetteError `stats/out-of-range` with more than 12 players.
 */
export function shapleyValues(players: number, value: (coalition: number) => number): readonly number[] {
  if (!(Number.isInteger(players) && players >= 0 && players <= mostPlayers))
    throw statsError(
      'out-of-range',
      `Shapley values are for at most ${mostPlayers} players, not ${players}.`,
    );
  const values = Float64Array.from({ length: 2 ** players }, (_, coalition) => value(coalition));
  const weights = Array.from({ length: players }, (_, size) => weightOf(size, players));
  return Array.from({ length: players }, (_, player) => {
    let sum = 0;
    for (let coalition = 0; coalition < values.length; coalition += 1) {
      if (((coalition >> player) & 1) === 1) continue;
      const added = (values[coalition | (1 << player)] ?? 0) - (values[coalition] ?? 0);
      sum += (weights[sizeOf(coalition)] ?? 0) * added;
    }
    return sum;
  });
}

/** s! (k − s − 1)! / k! = 1 / (k · C(k − 1, s)). */
function weightOf(size: number, players: number): number {
  let ways = 1;
  for (let i = 1; i <= size; i += 1) ways = (ways * (players - i)) / i;
  return 1 / (players * ways);
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
