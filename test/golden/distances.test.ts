import {
  entropyBits,
  entropyRatio,
  jensenShannonBits,
  kolmogorovSmirnov,
  totalVariation,
} from '../../src/stats/distance/divergence';
import { statedWidth, wasserstein, wasserstein1 } from '../../src/stats/distance/wasserstein';
import { weightedMoments } from '../../src/stats/moments/weightedMoments';
import { supportOf, type Sample } from '../../src/stats/sample';
import { reproduces } from './vectors';

interface Stated {
  readonly statedMin: number;
  readonly statedMax: number;
}

function conventions(human: Sample, model: Sample, stated: readonly [number, number]) {
  statedWidth(stated);
  const raw = wasserstein('raw', human, model, null);
  const [humanObservedMin, humanObservedMax] = supportOf(human);
  return {
    raw,
    stated: wasserstein('stated', human, model, stated),
    observedUnclipped: wasserstein('observed', human, model, null),
    observedClipped: wasserstein('observedClipped', human, model, null),
    humanObservedMin,
    humanObservedMax,
  };
}

describe('golden Wasserstein distances', () => {
  reproduces(
    'wasserstein.json',
    'pmf',
    47,
    (input: Stated & { levels: number[]; human: number[]; model: number[] }) => {
      const positions = input.levels.map((_, index) => index);
      const of = (values: readonly number[], weights: readonly number[]) => ({ values, weights });
      return {
        ...conventions(of(input.levels, input.human), of(input.levels, input.model), [
          input.statedMin,
          input.statedMax,
        ]),
        byPosition: wasserstein1(of(positions, input.human), of(positions, input.model)),
      };
    },
  );
  reproduces(
    'wasserstein.json',
    'samples',
    23,
    (
      input: Stated & { human: number[]; model: number[]; humanWeights?: number[]; modelWeights?: number[] },
    ) =>
      conventions(
        { values: input.human, weights: input.humanWeights },
        { values: input.model, weights: input.modelWeights },
        [input.statedMin, input.statedMax],
      ),
  );
});

/** Fields of the vectors for figures that the product does not report yet. */
const notWritten = [
  'jsDistanceBits',
  'klPQ',
  'klQP',
  'klPQ_eps1e-9_nats',
  'klQP_eps1e-9_nats',
  'hellinger',
  'simbench',
  'normalisedEntropyP',
  'normalisedEntropyQ',
  'absMeanDiffStated',
  'opinionQaAlignment',
  'rpsByOutcome',
  'brierByOutcome',
  'logScoreByOutcome',
  'rpsMean',
  'brierMean',
  'rpsMeanNormalised',
  'cramerSquared',
  'logScoreMean',
];

describe('golden divergences', () => {
  reproduces(
    'divergences.json',
    'pair',
    30,
    ({ levels, P, Q }: Stated & { levels: number[]; P: number[]; Q: number[] }) => {
      const tvd = totalVariation(P, Q);
      const human = weightedMoments({ values: levels, weights: P });
      const model = weightedMoments({ values: levels, weights: Q });
      return {
        tvd,
        jsdBits: jensenShannonBits(P, Q),
        ks: kolmogorovSmirnov({ values: levels, weights: P }, { values: levels, weights: Q }),
        tvdPU: totalVariation(P, P.map(() => 1)),
        entropyP: entropyBits(P),
        entropyQ: entropyBits(Q),
        entropyRatio: entropyRatio(P, Q),
        meanP: human.mean,
        meanQ: model.mean,
        sdP: human.sdPopulation,
        sdQ: model.sdPopulation,
        sdRatio: human.sdPopulation > 0 ? model.sdPopulation / human.sdPopulation : null,
        absMeanDiff: Math.abs(human.mean - model.mean),
      };
    },
    { leaveOut: notWritten },
  );
  reproduces('divergences.json', 'ks-samples', 4, ({ a, b }: { a: number[]; b: number[] }) => ({
    statistic: kolmogorovSmirnov({ values: a }, { values: b }),
  }));
});
