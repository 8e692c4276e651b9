import { welchOfArms } from '../../stats/difference/welch';
import type { Arm } from '../../stats/difference/arm';
import { studentQuantile } from '../../stats/distribution/student';
import { weightedMoments } from '../../stats/moments/weightedMoments';
import type { CellPair } from './cellPair';
import type { PairedCell } from './pairedDraws';

/** The change of the mean, B − A, in scale units with a 95 % interval; null on nominal scales. */
export interface MeanChange {
  readonly change: number | null;
  readonly ci: readonly [number, number] | null;
}

/** The interval is that of the paired differences where people are matched, else Welch's from shares and sizes. */
export function meanChangeOf(pair: CellPair, paired: PairedCell | undefined): MeanChange {
  if (pair.nominal) return { change: null, ci: null };
  const armA = armOfShares(pair.codes, pair.sharesA, pair.a.nPredicted);
  const armB = armOfShares(pair.codes, pair.sharesB, pair.b.nPredicted);
  const change = armB.mean - armA.mean;
  const half = paired === undefined ? halfOf(welchOfArms(armB, armA).test?.ci95) : pairedHalf(paired);
  return { change, ci: half === null ? null : [change - half, change + half] };
}

function pairedHalf({ swaps }: PairedCell): number | null {
  if (swaps.length < 2) return null;
  const moments = weightedMoments({
    values: swaps.map(({ meanChange }) => meanChange),
    weights: swaps.map(({ weight }) => weight),
  });
  const se = moments.seMeanLinearised;
  return se === null ? null : studentQuantile(0.975, swaps.length - 1) * se;
}

function halfOf(ci: readonly [number, number] | undefined): number | null {
  return ci === undefined ? null : (ci[1] - ci[0]) / 2;
}

function armOfShares(codes: readonly number[], shares: readonly number[], n: number): Arm {
  const { mean, sdPopulation } = weightedMoments({ values: codes, weights: shares });
  return { n, mean, variance: n > 1 ? (sdPopulation ** 2 * n) / (n - 1) : null };
}
