import { groupBy } from '../../util/group';
import { tTest } from '../difference/welch';
import { statsError } from '../errors';

/** A mean of answers that come in clusters. */
export interface ClusteredMean {
  readonly mean: number;
  /** Null with one cluster. */
  readonly se: number | null;
  /** 95 %, t with G − 1 degrees of freedom; null without a standard error and where it is 0. */
  readonly ci: readonly [number, number] | null;
}

/**
 * The weighted mean of part of a sample with its Taylor-linearised standard error over the clusters of the whole sample, as
 * R's svymean of a domain: se² = G/(G − 1) Σ_c (Σ_{i∈c} w(y − m) / Σ w)², clusters without such an answer among the G.
 * @param clusters of each value. @param total G, the clusters of the whole sample.
 * @throws VignetteError `stats/empty`.
 */
export function clusteredMean(
  values: readonly number[],
  weights: readonly number[],
  clusters: readonly string[],
  total: number,
): ClusteredMean {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(all > 0)) throw statsError('empty', 'There are no answers with a weight.');
  const mean = values.reduce((sum, value, row) => sum + value * (weights[row] ?? 0), 0) / all;
  if (total < 2) return { mean, se: null, ci: null };
  const sums = [...groupBy(clusters.keys(), (row) => clusters[row]).values()].map((rows) =>
    rows.reduce((sum, row) => sum + ((weights[row] ?? 0) * ((values[row] ?? 0) - mean)) / all, 0),
  );
  const squares = sums.reduce((sum, own) => sum + own * own, 0);
  const se = Math.sqrt((total / (total - 1)) * squares);
  return { mean, se, ci: se > 0 ? tTest(mean, se, total - 1).ci95 : null };
}
