import { expectedFloor } from '../../stats/resample/exactFloor';
import { quantileOf, simulatedFloor, upperShare } from '../../stats/resample/simulatedFloor';
import { rng } from '../../util/rng';
import type { Floor } from '../types';
import type { Distribution } from './distribution';
import type { Levels } from './levels';
import { inMetric, metricOf } from './metric';

/** Draws of the simulated part of a floor. */
export const floorDraws = 2000;

/**
 * The noise floor of a cell under the stated convention: the distribution of W between two independent samples from the
 * observed distribution, of the observed and the predicted size (Kish's effective sizes, rounded, where there are weights;
 * a probability vector has no noise of its own). The mean is exact, q95 and p come from seeded draws. Null without a
 * stated range or a declared transform.
 * @param w1 the measured stated W. @param key what the draws depend on beside the data.
 */
export function floorOf(
  levels: Levels,
  observed: Distribution,
  predicted: Distribution,
  w1: number,
  key: readonly string[],
): Floor | null {
  const metric = metricOf(levels);
  if (metric === undefined) return null;
  const width = metric.range[1] - metric.range[0];
  const { places, shares } = inMetric(metric, levels.codes, observed.shares);
  const [human = []] = shares;
  const sizes = [wholeSize(observed.nEff), wholeSize(predicted.nEff)] as const;
  const mean = expectedFloor(places, human, sizes) / width;
  const distances = simulatedFloor(places, human, sizes, floorDraws, rng('floor', ...key));
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
