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
import {
  distanceFromUniform,
  opinionQaAlignment,
  simbench,
  simbenchOfSet,
} from '../../src/stats/distance/benchmark';
import { meanErrors } from '../../src/stats/distance/means';
import {
  hellinger,
  jensenShannonDistance,
  kullbackLeiblerNats,
  smoothed,
} from '../../src/stats/distance/relative';
import {
  brierScore,
  cramerSquared,
  expectedScore,
  logScore,
  rankedProbabilityScore,
  type ProperScore,
} from '../../src/stats/distance/scores';
import { homogeneity } from '../../src/stats/agreement/homogeneity';
import { fisherExactP } from '../../src/stats/difference/fisherExact';
import { normalised } from '../../src/stats/sample';
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

function relative(of: number[], from: number[]) {
  const nats = kullbackLeiblerNats(of, from);
  return { status: nats < Infinity ? 'finite' : 'infinite', nats, bits: nats / Math.LN2 };
}

const normalisedEntropy = (shares: number[]) =>
  shares.length > 1 ? entropyBits(shares) / Math.log2(shares.length) : null;

const ascending = (levels: number[], shares: number[]) =>
  normalised([...levels.keys()].sort((a, b) => (levels[a] ?? 0) - (levels[b] ?? 0)).map((at) => shares[at] ?? NaN));

function scores(P: number[], Q: number[]) {
  const each = (score: ProperScore) => Q.map((_, outcome) => score(Q, outcome));
  const rpsMean = expectedScore(rankedProbabilityScore, Q, P);
  return {
    rpsByOutcome: each(rankedProbabilityScore),
    brierByOutcome: each(brierScore),
    logScoreByOutcome: each(logScore),
    rpsMean,
    rpsMeanNormalised: P.length > 1 ? rpsMean / (P.length - 1) : null,
    brierMean: expectedScore(brierScore, Q, P),
    logScoreMean: expectedScore(logScore, Q, P),
    cramerSquared: cramerSquared(P, Q),
    opinionQaAlignment: opinionQaAlignment(P, Q),
  };
}

describe('golden divergences', () => {
  reproduces(
    'divergences.json',
    'pair',
    30,
    ({ levels, P, Q, statedMin, statedMax }: Stated & { levels: number[]; P: number[]; Q: number[] }) => {
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
        absMeanDiffStated:
          statedMax > statedMin
            ? meanErrors([{ human: human.mean, model: model.mean, stated: [statedMin, statedMax] }]).maeStated
            : null,
        simbench: simbench(P, Q),
        jsDistanceBits: jensenShannonDistance(P, Q),
        hellinger: hellinger(P, Q),
        klPQ: relative(P, Q),
        klQP: relative(Q, P),
        'klPQ_eps1e-9_nats': kullbackLeiblerNats(smoothed(P, 1e-9), smoothed(Q, 1e-9)),
        'klQP_eps1e-9_nats': kullbackLeiblerNats(smoothed(Q, 1e-9), smoothed(P, 1e-9)),
        normalisedEntropyP: normalisedEntropy(P),
        normalisedEntropyQ: normalisedEntropy(Q),
        ...scores(ascending(levels, P), ascending(levels, Q)),
      };
    },
  );
  reproduces('divergences.json', 'simbench-dataset', 3, ({ items }: { items: { P: number[]; Q: number[] }[] }) => {
    const set = simbenchOfSet(items.map(({ P, Q }) => ({ human: P, model: Q })));
    const each = items.map(({ P, Q }) => simbench(P, Q));
    const defined = each.filter((score) => score !== null);
    return {
      tvd: items.map(({ P, Q }) => totalVariation(P, Q)),
      tvdPU: items.map(({ P }) => distanceFromUniform(P)),
      meanTvd: set.meanTvd,
      meanTvdPU: set.meanTvdUniform,
      simbenchDatasetMean: set.score,
      perItem: each,
      meanOfDefinedPerItem:
        defined.length > 0 ? defined.reduce((sum, score) => sum + score, 0) / defined.length : null,
      perItemMean_of_1_minus: set.items,
    };
  });
  reproduces('divergences.json', 'chi-square', 12, ({ rows }: { rows: number[][] }) => {
    const { df, droppedColumns, test } = homogeneity(rows);
    const [first, second] = rows.map((row) => row.filter((_, level) => rows.some((other) => other[level] !== 0)));
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [...(first ?? []), ...(second ?? [])];
    return {
      df,
      droppedColumns,
      statistic: test?.statistic ?? null,
      p: test?.p ?? null,
      minExpected: test?.minExpected,
      cramersV: test?.cramersV,
      gStatistic: test?.g.statistic,
      gP: test?.g.p,
      logP: test?.logP,
      yatesStatistic: test?.yates?.statistic,
      yatesP: test?.yates?.p,
      fisherExactP: test?.yates ? fisherExactP(x1, x1 + y1, x2, x2 + y2) : undefined,
    };
  });
  reproduces(
    'divergences.json',
    'mae-means',
    1,
    (input: Readonly<Record<'humanMeans' | 'modelMeans' | 'statedMin' | 'statedMax', number[]>>) => ({
      ...meanErrors(
        input.humanMeans.map((human, cell) => ({
          human,
          model: input.modelMeans[cell] ?? NaN,
          stated: [input.statedMin[cell] ?? NaN, input.statedMax[cell] ?? NaN],
        })),
      ),
    }),
  );
  reproduces('divergences.json', 'ks-samples', 4, ({ a, b }: { a: number[]; b: number[] }) => ({
    statistic: kolmogorovSmirnov({ values: a }, { values: b }),
  }));
});
