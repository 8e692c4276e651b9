import { expectedFloor } from '../stats/resample/exactFloor';
import { quantileOf, simulatedFloor, upperShare } from '../stats/resample/simulatedFloor';
import { rng } from '../util/rng';
import type { Distribution } from './distribution';
import type { Levels } from './levels';
import type { Floor } from './types';

/** Draws of the simulated part of a floor. */
export const floorDraws = 2000;

/**
 * The noise floor of a cell under the stated convention: the distribution of W between two independent samples from the
 * observed distribution, of the observed and the predicted size (Kish's effective sizes, rounded, where there are weights;
 * a probability vector has no noise of its own). The mean is exact, q95 and p come from seeded draws.
 * @param w1 the measured stated W. @param key what the draws depend on beside the data.
 */
export function floorOf(
  levels: Levels,
  range: readonly [number, number],
  observed: Distribution,
  predicted: Distribution,
  w1: number,
  key: readonly string[],
): Floor {
  const width = range[1] - range[0];
  const sizes = [wholeSize(observed.nEff), wholeSize(predicted.nEff)] as const;
  const mean = expectedFloor(levels.codes, observed.shares, sizes) / width;
  const distances = simulatedFloor(levels.codes, observed.shares, sizes, floorDraws, rng('floor', ...key));
  return {
    mean,
    q95: quantileOf(distances, 0.95) / width,
    p: upperShare(distances, w1 * width),
    excess: w1 - mean,
  };
}

function wholeSize(nEff: number): number {
  return nEff === Infinity ? Infinity : Math.max(1, Math.round(nEff));
}
