import { expect } from 'chai';
import { wilsonInterval } from '../../src/stats/interval/wilson';
import { effectiveSize } from '../../src/stats/moments/effectiveSize';
import { proportions, weightedMoments } from '../../src/stats/moments/weightedMoments';
import { expectedFloor } from '../../src/stats/resample/exactFloor';
import { quantileOf, simulatedFloor } from '../../src/stats/resample/simulatedFloor';
import { wasserstein1 } from '../../src/stats/distance/wasserstein';
import { clopperPearson, jeffreysInterval } from '../../src/stats/interval/betaIntervals';
import { goodmanIntervals, sisonGlazIntervals } from '../../src/stats/interval/multinomial';
import { adjustedP, type Correction } from '../../src/stats/multiplicity/adjust';
import {
  acceleration,
  bcaInterval,
  bootstrapMeans,
  percentileInterval,
} from '../../src/stats/resample/bootstrap';
import { monteCarloP } from '../../src/stats/resample/maxT';
import { everyDivision, permutationP } from '../../src/stats/resample/permutation';
import { everyFlip } from '../../src/stats/resample/signFlip';
import { expectedSplit } from '../../src/stats/resample/splitHalf';
import { rng } from '../../src/util/rng';
import { readCases, reproduces } from './vectors';

interface FloorInput {
  readonly levels: number[];
  readonly p: number[];
  readonly n1: number;
  readonly n2: number;
  readonly statedMin: number;
  readonly statedMax: number;
}

interface MonteCarlo {
  readonly sd: number;
  readonly q95: number;
  readonly q95Error: number;
}

describe('golden noise floors', () => {
  reproduces(
    'uncertainty.json',
    'noise-floor',
    22,
    ({ levels, p, n1, n2, statedMin, statedMax }: FloorInput) => ({
      expectedW: expectedFloor(levels, p, [n1, n2]) / (statedMax - statedMin),
    }),
    { leaveOut: ['monteCarlo'] },
  );

  const simulated = readCases('uncertainty.json').filter((each) => 'monteCarlo' in each.expected);
  it('has all 21 simulated floors', () => expect(simulated).to.have.length(21));
  for (const each of simulated) {
    it(`simulates ${each.id} within its stated error`, () => {
      const { levels, p, n1, n2, statedMin, statedMax } = each.input as FloorInput;
      const { sd, q95, q95Error } = each.expected['monteCarlo'] as MonteCarlo;
      const draws = 4000;
      const range = statedMax - statedMin;
      const distances = simulatedFloor(levels, p, [n1, n2], draws, rng('golden', each.id));
      const mean = distances.reduce((sum, value) => sum + value, 0) / draws / range;
      const step = 1 / Math.min(n1, n2) / range;
      expect(mean).to.be.closeTo(each.expected['expectedW'] as number, (5 * sd) / Math.sqrt(draws) + 1e-12);
      const error = 5 * q95Error * Math.sqrt(100_000 / draws) + step;
      expect(quantileOf(distances, 0.95) / range).to.be.closeTo(q95, error);
    });
  }
});

describe('golden tests by permutation', () => {
  reproduces('uncertainty.json', 'split-half', 6, ({ levels, counts, m, statedMin, statedMax }: {
    levels: number[];
    counts: number[];
    m: number;
    statedMin: number;
    statedMax: number;
  }) => {
    const expectedWRaw = expectedSplit(levels, counts, m);
    return { expectedWRaw, expectedW: expectedWRaw / (statedMax - statedMin) };
  });
  reproduces('uncertainty.json', 'permutation', 6, ({ a, b }: { a: number[]; b: number[] }) => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const differences = everyDivision(a, b, (first, second) => mean(first) - mean(second));
    const distances = everyDivision(a, b, (first, second) => wasserstein1({ values: first }, { values: second }));
    return {
      ...permutationP(differences),
      observedDiff: differences[0],
      permutations: differences.length,
      w1Raw: distances[0],
      pW1: permutationP(distances).pGreater,
    };
  });
  reproduces('uncertainty.json', 'sign-flip', 4, ({ differences }: { differences: number[] }) => {
    const means = everyFlip(differences);
    return { ...permutationP(means), observedMean: means[0], permutations: means.length };
  });
  reproduces(
    'uncertainty.json',
    'permutation-mc-p',
    4,
    ({ extremeCount, resamples }: { extremeCount: number; resamples: number }) => ({
      p: monteCarloP(extremeCount, resamples),
    }),
  );
  reproduces('uncertainty.json', 'multiplicity', 8, ({ p }: { p: (number | null)[] }) => {
    const reject = (correction: Correction) =>
      adjustedP(p, correction).map((value) => (value === null ? null : value <= 0.05));
    return {
      bh: adjustedP(p, 'bh'),
      by: adjustedP(p, 'by'),
      holm: adjustedP(p, 'holm'),
      bonferroni: adjustedP(p, 'bonferroni'),
      rejectBh05: reject('bh'),
      rejectHolm05: reject('holm'),
    };
  });
});

interface BootstrapMean {
  readonly percentile95: readonly number[];
  readonly percentile95Tolerance?: Readonly<Record<string, number>>;
  readonly bca95: readonly number[] | null;
  readonly bca95Tolerance?: Readonly<Record<string, number>>;
}

describe('golden bootstrap intervals', () => {
  const counted = (x: readonly number[]) => {
    const levels = [...new Set(x)].sort((a, b) => a - b);
    return { levels, counts: levels.map((level) => x.filter((value) => value === level).length) };
  };
  const jackknifed = (x: readonly number[]) => {
    const total = x.reduce((sum, value) => sum + value, 0);
    return x.map((value) => (total - value) / (x.length - 1));
  };

  reproduces(
    'uncertainty.json',
    'bootstrap-mean',
    8,
    ({ x }: { x: number[] }) => {
      const { levels, counts } = counted(x);
      bootstrapMeans(levels, counts, 1, rng('golden'));
      const { mean, sdPopulation } = weightedMoments({ values: x });
      return {
        mean,
        acceleration: acceleration(jackknifed(x)),
        bootstrapSeExact: sdPopulation / Math.sqrt(x.length),
      };
    },
    { leaveOut: ['percentile95', 'bca95', 'percentile95Tolerance', 'bca95Tolerance'] },
  );

  for (const { id, input, expected } of readCases('uncertainty.json').filter(({ kind }) => kind === 'bootstrap-mean')) {
    if ('error' in expected) continue;
    for (const draws of [1000, 10_000])
      it(`draws the intervals of ${id} within the error stated for ${draws}`, () => {
        const { x } = input as { x: number[] };
        const { levels, counts } = counted(x);
        const means = bootstrapMeans(levels, counts, draws, rng('golden', id, draws));
        const { mean } = weightedMoments({ values: x });
        const wanted = expected as unknown as BootstrapMean;
        const within = (got: readonly number[] | null, bounds: readonly number[] | null, error = 1e-9) => {
          expect(got === null).to.equal(bounds === null);
          for (const [end, bound] of (bounds ?? []).entries()) expect(got?.[end]).to.be.closeTo(bound, error);
        };
        within(percentileInterval(means), wanted.percentile95, wanted.percentile95Tolerance?.[`B=${draws}`]);
        within(bcaInterval(mean, means, jackknifed(x)), wanted.bca95, wanted.bca95Tolerance?.[`B=${draws}`]);
      });
  }
});

describe('golden intervals and weights', () => {
  reproduces(
    'uncertainty.json',
    'proportion',
    14,
    ({ x, n, confidence }: { x: number; n: number; confidence: number }) => ({
      wilson: wilsonInterval(x, n, confidence),
      clopperPearson: Number.isInteger(x) && Number.isInteger(n) ? clopperPearson(x, n, confidence) : undefined,
      jeffreys: jeffreysInterval(x, n, confidence),
    }),
  );
  reproduces('uncertainty.json', 'multinomial', 8, ({ counts, alpha }: { counts: number[]; alpha: number }) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    return {
      goodman: goodmanIntervals(counts, alpha),
      sisonGlaz: n < 2000 ? sisonGlazIntervals(counts, alpha) : undefined,
    };
  });
  reproduces('weights.json', 'kish', 12, ({ weights }: { weights: number[] }) => {
    const { nEff, n, nPositive } = effectiveSize(weights);
    return {
      nEff,
      n,
      nPositive,
      deffAll: n / nEff,
      deffPositive: nPositive / nEff,
      deft: Math.sqrt(nPositive / nEff),
    };
  });
  reproduces(
    'weights.json',
    'weighted-moments',
    10,
    ({ x, weights, levels }: { x: number[]; weights: number[]; levels: number[] }) => {
      const sample = { values: x, weights };
      const indicator = (level: number) => ({ values: x.map((value) => (value === level ? 1 : 0)), weights });
      return {
        ...weightedMoments(sample),
        proportions: proportions(sample, levels),
        seProportionsLinearised: levels.map((level) => weightedMoments(indicator(level)).seMeanLinearised),
      };
    },
  );
});
