import { normalQuantile } from '../distribution/normal';
import { statsError } from '../errors';
import { checkedWeights } from '../sample';

/** A human pilot with predictions of the same people, and predictions of others. All in scale units. */
export interface Pilot {
  readonly labelled: readonly number[];
  readonly predLabelled: readonly number[];
  readonly predUnlabelled: readonly number[];
  /** Of the pilot's people and of the others; each is brought to a mean of 1. */
  readonly weights?: readonly number[] | undefined;
  readonly weightsUnlabelled?: readonly number[] | undefined;
}

export interface PilotEstimate {
  readonly estimate: number;
  readonly se: number;
  /** Normal interval. */
  readonly ci: readonly [number, number];
}

export interface PilotMean {
  readonly n: number;
  /** Unlabelled predictions. */
  readonly nUnlabelled: number;
  /** The pilot alone. */
  readonly classical: PilotEstimate;
  /** λ = 1. */
  readonly ppi: PilotGain;
  /** λ tuned on the pilot, 0 … 1. */
  readonly ppiPlusPlus: PilotGain & {
    readonly lambda: number;
    /** Before it was clipped; null where predictions do not vary, so that λ is 0. */
    readonly lambdaUnclipped: number | null;
  };
}

export interface PilotGain extends PilotEstimate {
  /** n (se_classical / se)²: humans alone that would be as informative; null where the standard error is 0. */
  readonly effectiveN: number | null;
  /** Over n. */
  readonly effectiveNGain: number | null;
}

/**
 * Prediction-powered inference for a mean: θ = mean(λ f_u) + mean(Y − λ f), se² = var(Y − λ f)/n + var(λ f_u)/N with divisors n, N
 * (Angelopoulos et al. 2023, Science 382); PPI++ with λ = cov(Y, f) / ((1 + n/N) var(f)), var over all predictions with divisor
 * n + N − 1, clipped to 0 … 1 (Angelopoulos, Duchi & Zrnic 2023, arXiv 2311.01453). Agrees with the package ppi-python 0.2.3. Nothing in the
 * predictions may have seen the pilot.
 * @param confidence between 0 and 1.
 * @throws VignetteError `stats/empty-labelled`, `stats/too-few-labelled`, `stats/empty-unlabelled`, `stats/length-mismatch`, and those of
 * `checkedWeights`.
 */
export function pilotMean(pilot: Pilot, confidence = 0.95): PilotMean {
  const data = prepared(pilot);
  const classical = at(data, 0, confidence);
  const unclipped = tunedLambda(data);
  const lambda = Math.min(1, Math.max(0, unclipped ?? 0));
  const gain = (estimate: PilotEstimate): PilotGain => {
    const ratio = estimate.se > 0 ? (classical.se / estimate.se) ** 2 : null;
    return {
      ...estimate,
      effectiveN: ratio === null ? null : data.n * ratio,
      effectiveNGain: ratio,
    };
  };
  return {
    n: data.n,
    nUnlabelled: data.predUnlabelled.length,
    classical,
    ppi: gain(at(data, 1, confidence)),
    ppiPlusPlus: { ...gain(at(data, lambda, confidence)), lambda, lambdaUnclipped: unclipped },
  };
}

/**
 * Treatment − control, each arm by PPI++ with its own λ; the variances add.
 * @throws VignetteError those of `pilotMean`.
 */
export function pilotDifference(
  treatment: Pilot,
  control: Pilot,
  confidence = 0.95,
): PilotEstimate & { readonly lambdas: readonly [treatment: number, control: number] } {
  const first = pilotMean(treatment, confidence).ppiPlusPlus;
  const second = pilotMean(control, confidence).ppiPlusPlus;
  const estimate = first.estimate - second.estimate;
  const se = Math.hypot(first.se, second.se);
  return { ...interval(estimate, se, confidence), lambdas: [first.lambda, second.lambda] };
}

type Prepared = Required<Pilot> & {
  readonly n: number;
  readonly weights: readonly number[];
  readonly weightsUnlabelled: readonly number[];
};

function prepared(pilot: Pilot): Prepared {
  const { labelled, predLabelled, predUnlabelled } = pilot;
  if (labelled.length === 0) throw statsError('empty-labelled', 'The pilot has no human answers.');
  if (predUnlabelled.length === 0) throw statsError('empty-unlabelled', 'There are no further predictions.');
  if (predLabelled.length !== labelled.length)
    throw statsError('length-mismatch', 'The pilot needs one prediction for each of its answers.');
  if (labelled.length < 2) throw statsError('too-few-labelled', 'A pilot of one answer has no spread.');
  if (!predLabelled.every(Number.isFinite))
    throw statsError('non-finite-value', 'A prediction is no number.');
  return {
    ...pilot,
    n: labelled.length,
    weights: meanOne(labelled, pilot.weights),
    weightsUnlabelled: meanOne(predUnlabelled, pilot.weightsUnlabelled),
  };
}

function meanOne(values: readonly number[], weights: readonly number[] | undefined): readonly number[] {
  const checked = checkedWeights({ values, weights });
  const total = checked.reduce((sum, weight) => sum + weight, 0);
  return checked.map((weight) => (weight * checked.length) / total);
}

function at(data: Prepared, lambda: number, confidence: number): PilotEstimate {
  const { labelled, predLabelled, predUnlabelled, weights, weightsUnlabelled } = data;
  const far = predUnlabelled.map((f, place) => (weightsUnlabelled[place] ?? 0) * lambda * f);
  const rectified = labelled.map(
    (y, place) => (weights[place] ?? 0) * (y - lambda * (predLabelled[place] ?? 0)),
  );
  const estimate = mean(far) + mean(rectified);
  const variance = spread(rectified) / rectified.length + spread(far) / far.length;
  return interval(estimate, Math.sqrt(variance), confidence);
}

/** At the estimate of λ = 1, as the package tunes it; null where no prediction varies. */
function tunedLambda(data: Prepared): number | null {
  const { labelled, predLabelled, predUnlabelled, weights, weightsUnlabelled, n } = data;
  const { estimate } = at(data, 1, 0.95);
  const a = labelled.map((y, place) => (weights[place] ?? 0) * (y - estimate));
  const b = predLabelled.map((f, place) => (weights[place] ?? 0) * (f - estimate));
  const c = predUnlabelled.map((f, place) => (weightsUnlabelled[place] ?? 0) * (f - estimate));
  const all = [...b, ...c];
  const pooled = (spread(all) * all.length) / (all.length - 1);
  const denominator = (1 + n / c.length) * pooled;
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, place) => (value - meanA) * ((b[place] ?? 0) - meanB)));
  return all.every((value) => value === all[0]) ? null : covariance / denominator;
}

function interval(estimate: number, se: number, confidence: number): PilotEstimate {
  const half = normalQuantile(0.5 + confidence / 2) * se;
  return { estimate, se, ci: [estimate - half, estimate + half] };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Variance with divisor n. */
function spread(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}
