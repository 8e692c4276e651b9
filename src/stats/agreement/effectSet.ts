import { statsError } from '../errors';
import { crossProducts, pearson, regression, spearman, transposed, type Line } from './regression';

/** Predicted effects with the observed ones and their standard errors, in one unit. */
export interface EffectSet {
  readonly predicted: readonly number[];
  readonly observed: readonly number[];
  readonly observedSe: readonly number[];
}

/** How far predicted effects agree with observed ones; null where a figure is undefined. */
export interface EffectAgreement {
  readonly n: number;
  readonly pearson: number | null;
  readonly spearman: number | null;
  readonly observedOnPredicted: Line | null;
  readonly predictedOnObserved: Line | null;
  readonly slopeThroughOrigin: number | null;
  readonly rmse: number;
  readonly mae: number;
  /** Mean of predicted − observed. */
  readonly bias: number;
  /** Mean of (observed − predicted)² − SE²: the error without the sampling error of the observed effects. */
  readonly adjustedMse: number;
  /** √adjustedMse; null when that is negative. */
  readonly adjustedRmse: number | null;
  /** 1 − mean SE² / variance of the observed effects. */
  readonly reliabilityObserved: number | null;
  /** r / √reliability, not clipped; null when the reliability is not positive. */
  readonly attenuationCorrectedR: number | null;
}

/**
 * Agreement across effects.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/non-finite-value`.
 */
export function effectAgreement(effects: EffectSet): EffectAgreement {
  const { predicted, observed, observedSe } = checked(effects);
  const n = predicted.length;
  const errors = predicted.map((value, index) => value - (observed[index] ?? 0));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const sums = crossProducts(predicted, observed);
  const r = pearson(sums);
  const meanSquaredSe = mean(observedSe.map((se) => se * se));
  const adjustedMse = mean(errors.map((error, index) => error * error - (observedSe[index] ?? 0) ** 2));
  const ownProduct = predicted.reduce((sum, value) => sum + value * value, 0);
  const product = predicted.reduce((sum, value, index) => sum + value * (observed[index] ?? 0), 0);
  const reliability = n > 1 && sums.yy > 0 ? 1 - meanSquaredSe / (sums.yy / (n - 1)) : null;
  return {
    n,
    pearson: r,
    spearman: r === null ? null : spearman(predicted, observed),
    observedOnPredicted: regression(sums),
    predictedOnObserved: regression(transposed(sums)),
    slopeThroughOrigin: ownProduct > 0 ? product / ownProduct : null,
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    mae: mean(errors.map(Math.abs)),
    bias: mean(errors),
    adjustedMse,
    adjustedRmse: adjustedMse >= 0 ? Math.sqrt(adjustedMse) : null,
    reliabilityObserved: reliability,
    attenuationCorrectedR:
      r === null || reliability === null || reliability <= 0 ? null : r / Math.sqrt(reliability),
  };
}

export interface SignAgreement {
  /** Effects that pass the threshold. */
  readonly n: number;
  /** Share of them with the same sign in both; a zero gets half credit. Null when none passes. */
  readonly share: number | null;
}

/**
 * Agreement of signs among the effects with |observed / SE| ≥ threshold; null when a standard error is 0.
 * @throws VignetteError those of `effectAgreement`.
 */
export function signAgreement(effects: EffectSet, threshold: number): SignAgreement | null {
  const { predicted, observed, observedSe } = checked(effects);
  if (observedSe.some((se) => !(se > 0))) return null;
  const credits = observed.flatMap((value, index) => {
    if (Math.abs(value / (observedSe[index] ?? 1)) < threshold) return [];
    return [(1 + Math.sign(value) * Math.sign(predicted[index] ?? 0)) / 2];
  });
  const sum = credits.reduce((so, credit) => so + credit, 0);
  return { n: credits.length, share: credits.length === 0 ? null : sum / credits.length };
}

function checked(effects: EffectSet): EffectSet {
  const { predicted, observed, observedSe } = effects;
  if (predicted.length === 0) throw statsError('empty', 'There are no effects.');
  if (observed.length !== predicted.length || observedSe.length !== predicted.length) {
    throw statsError(
      'length-mismatch',
      'Each predicted effect needs an observed one and its standard error.',
    );
  }
  if (![...predicted, ...observed, ...observedSe].every(Number.isFinite)) {
    throw statsError('non-finite-value', 'An effect is not a finite number.');
  }
  return effects;
}
