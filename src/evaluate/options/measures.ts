import type { PartsScale } from '../../data/parts';
import { totalVariation } from '../../stats/distance/divergence';
import { wasserstein } from '../../stats/distance/wasserstein';
import { averageRanks, concordance, rankAgreement } from '../../stats/options/ranks';
import {
  l1Distance,
  largestDifference,
  optionMeans,
  rootMeanSquaredDifference,
  weightedJaccard,
} from '../../stats/options/vectors';
import type { OptionAnswers } from './answers';
import { bothAt, type Means } from './means';
import { pairMean, pairsOf } from './pairs';
import type { AllocateCell, Both, MultiselectCell, OptionFigures, OptionsCell, RankCell } from './types';

/** A cell with what its further figures are made of; each side undefined without answers. */
export interface Measured {
  readonly scale: PartsScale;
  readonly base: OptionsCell<OptionFigures>;
  readonly observed: Means | undefined;
  readonly predicted: Means | undefined;
  readonly seen: OptionAnswers | undefined;
  readonly answered: OptionAnswers;
}

/** Inclusion beyond its mean error; empty sets of both count as equal, with a Jaccard index of 1. */
export function multiselectCell({ base, observed, predicted, seen, answered }: Measured): MultiselectCell {
  const between = measuredBy(observed?.means, predicted?.means);
  const pairs = pairsOf(seen, answered);
  const jaccardOf = (a: readonly number[], b: readonly number[]) => weightedJaccard(a, b) ?? 1;
  return {
    ...base,
    largest: between(largestDifference),
    rmsd: between(rootMeanSquaredDifference),
    jaccard: between(weightedJaccard),
    chosen: { observed: sumOf(observed), predicted: sumOf(predicted) },
    people:
      pairs.length === 0
        ? null
        : {
            n: pairs.length,
            jaccard: pairMean(pairs, jaccardOf) ?? 0,
            exact: pairMean(pairs, (a, b) => Number(jaccardOf(a, b) === 1)) ?? 0,
          },
  };
}

/** Orders beyond their mean ranks; with fewer than two options there is no agreement of orders. */
export function rankCell({ base, observed, predicted, seen, answered }: Measured): RankCell {
  const between = measuredBy(evened(observed?.means), evened(predicted?.means));
  const pairs = pairsOf(seen, answered);
  const count = base.options.length;
  const firsts = [firstPlaces(seen), firstPlaces(answered)] as const;
  const footrule = (a: readonly number[], b: readonly number[]) => rankAgreement(a, b).footruleNormalised;
  return {
    ...base,
    options: base.options.map((option, at) => ({
      ...option,
      first: bothAt(firsts[0], firsts[1], at),
      w1: optionW(seen, answered, at, count - 1),
    })),
    tau: count < 2 ? null : between((a, b) => rankAgreement(a, b).tauB),
    footrule: count < 2 ? null : between((a, b) => footrule(averageRanks(a), averageRanks(b))),
    firstTvd: measuredBy(...firsts)(totalVariation),
    agreement: { observed: concordanceOf(seen, observed), predicted: concordanceOf(answered, predicted) },
    people:
      pairs.length === 0 || count < 2
        ? null
        : {
            n: pairs.length,
            tau: pairMean(pairs, (a, b) => rankAgreement(a, b).tauB),
            footrule: pairMean(pairs, footrule) ?? 0,
          },
  };
}

/** Allocations beyond their mean shares: equal means can hide that people give all or nothing. */
export function allocateCell({ base, seen, answered }: Measured, total: number): AllocateCell {
  const pairs = pairsOf(seen, answered);
  const nothing = [givenNothing(seen), givenNothing(answered)] as const;
  return {
    ...base,
    options: base.options.map((option, at) => ({
      ...option,
      nothing: bothAt(nothing[0], nothing[1], at),
      w1: optionW(seen, answered, at, 1),
    })),
    total,
    people: pairs.length === 0 ? null : { n: pairs.length, l1: pairMean(pairs, l1Distance) ?? 0 },
  };
}

/** Thirds and the like, equal however they were summed, so that ties are ties. */
function evened(means: readonly number[] | undefined): readonly number[] | undefined {
  return means?.map((mean) => Number(mean.toPrecision(12)));
}

/** Applies a measure where both sides are known. */
function measuredBy(a: readonly number[] | undefined, b: readonly number[] | undefined) {
  return (measure: (a: readonly number[], b: readonly number[]) => number | null): number | null =>
    a === undefined || b === undefined ? null : measure(a, b);
}

function sumOf(means: Means | undefined): Both['observed'] {
  return means === undefined ? null : means.means.reduce((sum, share) => sum + share, 0);
}

function firstPlaces(answers: OptionAnswers | undefined): readonly number[] | undefined {
  return sharesWhere(answers, (rank) => rank === 1);
}

function givenNothing(answers: OptionAnswers | undefined): readonly number[] | undefined {
  return sharesWhere(answers, (share) => share === 0);
}

function sharesWhere(
  answers: OptionAnswers | undefined,
  holds: (value: number) => boolean,
): readonly number[] | undefined {
  if (answers === undefined || answers.vectors.length === 0) return undefined;
  const vectors = answers.vectors.map((vector) => vector.map((value) => Number(holds(value))));
  return optionMeans({ vectors, weights: answers.weights });
}

/** W₁ between what people and the model say of one option, divided by `width`; null without both. */
function optionW(
  seen: OptionAnswers | undefined,
  answered: OptionAnswers,
  option: number,
  width: number,
): number | null {
  if (seen === undefined || seen.vectors.length === 0 || answered.vectors.length === 0 || !(width > 0))
    return null;
  const sample = ({ vectors, weights }: OptionAnswers) => ({
    values: vectors.map((vector) => vector[option] ?? 0),
    weights,
  });
  const raw = wasserstein('raw', sample(seen), sample(answered), null);
  return raw === null ? null : raw / width;
}

/** Kendall's W with the ties of the options that each ranking leaves out; null without answers. */
function concordanceOf(answers: OptionAnswers | undefined, means: Means | undefined): number | null {
  if (answers === undefined || means === undefined) return null;
  const ties = answers.vectors.map((vector) => {
    const last = Math.max(...vector);
    const tied = vector.filter((rank) => rank === last).length;
    return [tied ** 3 - tied];
  });
  const [unranked] = optionMeans({ vectors: ties, weights: answers.weights });
  return concordance(means.means, unranked);
}
