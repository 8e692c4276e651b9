import { expect } from 'chai';
import { wilsonInterval } from '../../src/stats/interval/wilson';
import { effectiveSize } from '../../src/stats/moments/effectiveSize';
import { proportions, weightedMoments } from '../../src/stats/moments/weightedMoments';
import { expectedFloor } from '../../src/stats/resample/exactFloor';
import { quantileOf, simulatedFloor } from '../../src/stats/resample/simulatedFloor';
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

describe('golden intervals and weights', () => {
  reproduces(
    'uncertainty.json',
    'proportion',
    14,
    ({ x, n, confidence }: { x: number; n: number; confidence: number }) => ({
      wilson: wilsonInterval(x, n, confidence),
    }),
    { leaveOut: ['clopperPearson', 'jeffreys'] },
  );
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
