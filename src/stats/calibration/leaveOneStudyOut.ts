import { crossProducts, regression } from '../agreement/regression';
import { studentQuantile } from '../distribution/student';
import { statsError } from '../errors';
import { groupBy } from '../../util/group';
import { coverage } from './reliability';

/** A predicted effect with the observed one, in one unit. */
export interface StudyEffect {
  readonly study: string;
  readonly predicted: number;
  readonly observed: number;
  /** Of the observed effect; 0 where it is not known. */
  readonly observedSe?: number;
}

/** The lines observed ~ predicted of all studies but one; null where the others cannot tell. */
export interface StudyFold {
  readonly study: string;
  readonly nTrain: number;
  readonly line: { readonly slope: number; readonly intercept: number } | null;
  /** Slope of the line through 0. */
  readonly slopeThroughOrigin: number | null;
}

export interface Recalibration {
  readonly folds: readonly StudyFold[];
  /** Each effect as the line of its fold has it, in order; null where that fold has none. */
  readonly recalibrated: readonly (number | null)[];
  readonly recalibratedThroughOrigin: readonly (number | null)[];
}

/**
 * Linear recalibration of effects, leave-one-study-out: no effect is corrected by a line that saw its own study. A fold needs two
 * training effects whose predictions differ.
 * @throws VignetteError `stats/fewer-than-two-studies`, `stats/non-finite-value`.
 */
export function recalibrate(effects: readonly StudyEffect[]): Recalibration {
  const studies = [...groupBy(effects, ({ study }) => study).keys()].sort();
  if (studies.length < 2) throw statsError('fewer-than-two-studies', 'There is nothing to leave out.');
  if (!effects.every(({ predicted, observed }) => Number.isFinite(predicted) && Number.isFinite(observed)))
    throw statsError('non-finite-value', 'An effect is no number.');
  const folds = studies.map((study) =>
    foldOf(
      study,
      effects.filter((effect) => effect.study !== study),
    ),
  );
  const byStudy = new Map(folds.map((fold) => [fold.study, fold]));
  const each = (of: (fold: StudyFold | undefined, predicted: number) => number | null) =>
    effects.map(({ study, predicted }) => of(byStudy.get(study), predicted));
  return {
    folds,
    recalibrated: each((fold, x) => (fold?.line ? fold.line.intercept + fold.line.slope * x : null)),
    recalibratedThroughOrigin: each((fold, x) =>
      fold?.slopeThroughOrigin == null ? null : fold.slopeThroughOrigin * x,
    ),
  };
}

function foldOf(study: string, train: readonly StudyEffect[]): StudyFold {
  const nTrain = train.length;
  const x = train.map(({ predicted }) => predicted);
  const y = train.map(({ observed }) => observed);
  const line = nTrain < 2 ? null : regression(crossProducts(x, y));
  if (line === null) return { study, nTrain, line, slopeThroughOrigin: null };
  const own = x.reduce((sum, value) => sum + value * value, 0);
  const product = x.reduce((sum, value, place) => sum + value * (y[place] ?? 0), 0);
  const { slope, intercept } = line;
  return { study, nTrain, line: { slope, intercept }, slopeThroughOrigin: product / own };
}

export interface CalibratedInterval {
  readonly estimate: number;
  readonly ci: readonly [number, number];
}

export interface RecalibratedIntervals {
  /** In order; null where a fold has no line or fewer than three training effects. */
  readonly intervals: readonly (CalibratedInterval | null)[];
  /** Share of observed effects inside, sampling error of theirs added to the width; null without an interval. */
  readonly coverage: number | null;
  readonly meanWidth: number | null;
}

/**
 * Intervals of effects from the line of the other studies: τ² + s² (1/n + (x − x̄)²/Sxx), t with n − 2 degrees of freedom, where
 * s² = Σe²/(n − 2) is the residual variance of the training effects and τ² = max(0, s² − mean SE²) that without their sampling error: the
 * error of the model, which does not shrink as more is simulated. For the achieved coverage the standard error of each observed effect
 * is added again.
 * @param confidence between 0 and 1.
 * @throws VignetteError those of `recalibrate`.
 */
export function recalibratedIntervals(
  effects: readonly StudyEffect[],
  confidence = 0.95,
): RecalibratedIntervals {
  const { folds, recalibrated } = recalibrate(effects);
  const models = new Map(
    folds.map((fold) => [
      fold.study,
      modelOf(
        fold,
        effects.filter(({ study }) => study !== fold.study),
      ),
    ]),
  );
  const around = (index: number, added: number): CalibratedInterval | null => {
    const [effect, estimate] = [effects[index], recalibrated[index]];
    const model = effect && models.get(effect.study);
    if (!model || estimate == null) return null;
    const half = model.quantile(confidence) * Math.sqrt(model.variance(effect.predicted) + added ** 2);
    return { estimate, ci: [estimate - half, estimate + half] };
  };
  const tested = effects.flatMap(({ observed, observedSe }, index) => {
    const interval = around(index, observedSe ?? 0);
    return interval === null ? [] : [{ ci: interval.ci, observed }];
  });
  const intervals = effects.map((_, index) => around(index, 0));
  if (tested.length === 0) return { intervals, coverage: null, meanWidth: null };
  const achieved = coverage(
    tested.map(({ ci }) => ci),
    tested.map(({ observed }) => observed),
  );
  return { intervals, ...achieved };
}

function modelOf({ line }: StudyFold, train: readonly StudyEffect[]) {
  const n = train.length;
  if (line === null || n < 3) return undefined;
  const { meanX, xx } = crossProducts(
    train.map(({ predicted }) => predicted),
    train.map(({ observed }) => observed),
  );
  const squares = train.reduce(
    (sum, { predicted, observed }) => sum + (observed - line.intercept - line.slope * predicted) ** 2,
    0,
  );
  const sampling = train.reduce((sum, { observedSe }) => sum + (observedSe ?? 0) ** 2, 0) / n;
  const residual = squares / (n - 2);
  const own = Math.max(0, residual - sampling);
  return {
    quantile: (confidence: number) => studentQuantile(0.5 + confidence / 2, n - 2),
    variance: (x: number) => own + residual * (1 / n + (x - meanX) ** 2 / xx),
  };
}
