import { crossProducts, regression } from '../../src/stats/agreement/regression';
import { isotonic } from '../../src/stats/calibration/isotonic';
import { recalibrate } from '../../src/stats/calibration/leaveOneStudyOut';
import { coverage, reliability } from '../../src/stats/calibration/reliability';
import { crps } from '../../src/stats/distance/scores';
import { reproduces } from './vectors';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function losoLinear({ study, predicted, observed }: { study: string[]; predicted: number[]; observed: number[] }) {
  const effects = study.map((id, index) => ({
    study: id,
    predicted: predicted[index] ?? NaN,
    observed: observed[index] ?? NaN,
  }));
  const { folds, recalibrated, recalibratedThroughOrigin } = recalibrate(effects);
  const rmse = (values: readonly (number | null)[]) =>
    Math.sqrt(mean(values.map((value, index) => ((value ?? NaN) - (observed[index] ?? NaN)) ** 2)));
  const pooled = regression(crossProducts(predicted, observed));
  return {
    folds: Object.fromEntries(
      folds.map(({ study: id, nTrain, line, slopeThroughOrigin }) => [
        id,
        line
          ? { ...line, slopeThroughOrigin, nTrain }
          : { slope: null, intercept: null, undefined: 'too-little-training-data' },
      ]),
    ),
    recalibrated,
    recalibratedThroughOrigin,
    rmseBefore: rmse(predicted),
    rmseAfter: rmse(recalibrated),
    rmseAfterThroughOrigin: rmse(recalibratedThroughOrigin),
    pooledSlope: pooled?.slope,
    pooledIntercept: pooled?.intercept,
  };
}

describe('golden calibration', () => {
  reproduces(
    'calibration.json',
    'reliability',
    8,
    ({ predicted, outcome, bins }: { predicted: number[]; outcome: number[]; bins: number }) => {
      const { bins: nonEmptyBins, ...rest } = reliability(predicted, outcome, bins);
      return { ...rest, nonEmptyBins };
    },
  );
  reproduces('calibration.json', 'crps', 9, (input: { levels: number[]; q: number[]; observations: number[] }) => {
    const crpsRaw = input.observations.map((observation) => crps(input.levels, input.q, observation));
    return { crpsRaw, meanCrpsRaw: mean(crpsRaw) };
  });
  reproduces('calibration.json', 'loso-linear', 5, losoLinear);
  reproduces(
    'calibration.json',
    'isotonic',
    7,
    ({ x, y, new: more, weights }: { x: number[]; y: number[]; new: number[]; weights?: number[] }) => {
      const fitted = isotonic(x, y, weights);
      return { fittedAtX: x.map(fitted), fittedAtNew: more.map(fitted) };
    },
  );
  reproduces(
    'calibration.json',
    'coverage',
    3,
    ({ lower, upper, truth }: { lower: number[]; upper: number[]; truth: number[] }) => ({
      ...coverage(
        lower.map((low, index) => [low, upper[index] ?? NaN]),
        truth,
      ),
    }),
  );
});
