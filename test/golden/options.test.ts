import { totalVariation } from '../../src/stats/distance/divergence';
import { wasserstein } from '../../src/stats/distance/wasserstein';
import { sharesOfTotal } from '../../src/stats/options/allocations';
import { averageRanks, concordance, rankAgreement } from '../../src/stats/options/ranks';
import {
  l1Distance,
  largestDifference,
  meanAbsoluteDifference,
  optionMeans,
  rootMeanSquaredDifference,
  weightedJaccard,
} from '../../src/stats/options/vectors';
import { reproduces } from './vectors';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const column = (rows: readonly (readonly number[])[], option: number) => ({
  values: rows.map((row) => row[option] ?? NaN),
});

function multiselect({ options, human, model, humanWeights }: {
  options: string[];
  human: string[][];
  model: string[][];
  humanWeights?: number[];
}) {
  const ticked = (sets: string[][]) => sets.map((set) => options.map((option) => Number(set.includes(option))));
  const [humans, models] = [ticked(human), ticked(model)];
  const observed = optionMeans({ vectors: humans, weights: humanWeights }, 'empty-human');
  const predicted = optionMeans({ vectors: models }, 'empty-model');
  const jaccards = humans.map((set, index) => weightedJaccard(set, models[index] ?? []) ?? 1);
  return {
    humanInclusion: observed,
    modelInclusion: predicted,
    meanAbsDiff: meanAbsoluteDifference(observed, predicted),
    maxAbsDiff: largestDifference(observed, predicted),
    rmsd: rootMeanSquaredDifference(observed, predicted),
    weightedJaccard: weightedJaccard(observed, predicted),
    meanSelectedHuman: total(observed),
    meanSelectedModel: total(predicted),
    pairedJaccard: jaccards,
    meanPairedJaccard: mean(jaccards),
    exactSetMatch: mean(jaccards.map((jaccard) => Number(jaccard === 1))),
  };
}

const rankPair = ({ a, b }: { a: number[]; b: number[] }) => ({ ...rankAgreement(a, b) });

function rankSets({ human, model }: { human: number[][]; model: number[][] }) {
  const observed = optionMeans({ vectors: human });
  const predicted = optionMeans({ vectors: model });
  const first = (rows: number[][]) => optionMeans({ vectors: rows.map((row) => row.map((rank) => Number(rank === 1))) });
  const orders = [averageRanks(observed), averageRanks(predicted)] as const;
  const taus = human.flatMap((a) => model.map((b) => rankAgreement(a, b).tauB ?? NaN));
  const borda = (means: readonly number[]) => means.map((rank) => means.length - rank);
  return {
    meanRankHuman: observed,
    meanRankModel: predicted,
    meanAbsMeanRankDiff: meanAbsoluteDifference(observed, predicted),
    rankOfMeansHuman: orders[0],
    rankOfMeansModel: orders[1],
    footruleOfAggregate: rankAgreement(...orders).footrule,
    firstChoiceHuman: first(human),
    firstChoiceModel: first(model),
    firstChoiceTvd: totalVariation(first(human), first(model)),
    bordaHuman: borda(observed),
    kendallWHuman: concordance(observed),
    kendallWModel: concordance(predicted),
    tauBOfMeanRanks: rankAgreement(observed, predicted).tauB,
    meanPairwiseTau: mean(taus),
    rankDistribution_w1RawPerItem: observed.map((_, option) =>
      wasserstein('raw', column(human, option), column(model, option), null),
    ),
  };
}

function constantSum({ human, model, total: sum }: { human: number[][]; model: number[][]; total: number }) {
  const shares = (rows: number[][]) => rows.map((row) => sharesOfTotal(row, sum));
  const [humans, models] = [shares(human), shares(model)];
  const observed = optionMeans({ vectors: humans });
  const predicted = optionMeans({ vectors: models });
  return {
    meanShareHuman: observed,
    meanShareModel: predicted,
    l1: l1Distance(observed, predicted),
    tvd: totalVariation(observed, predicted),
    meanAbsDiff: meanAbsoluteDifference(observed, predicted),
    perOptionW1: observed.map((_, option) =>
      wasserstein('raw', column(humans, option), column(models, option), null),
    ),
    zeroShareHuman: optionMeans({ vectors: humans.map((row) => row.map((share) => Number(share === 0))) }),
    meanPairedL1: mean(humans.map((row, index) => l1Distance(row, models[index] ?? []))),
  };
}

describe('golden answers on several options', () => {
  reproduces('multiselect_rank.json', 'multiselect', 11, multiselect);
  reproduces('multiselect_rank.json', 'rank-pair', 9, rankPair);
  reproduces('multiselect_rank.json', 'rank-sets', 4, rankSets);
  reproduces('multiselect_rank.json', 'constant-sum', 6, constantSum);
});
