import { effectiveSize } from '../../stats/moments/effectiveSize';
import { proportions } from '../../stats/moments/weightedMoments';
import { wilsonInterval } from '../../stats/interval/wilson';
import type { Answers, PredictedAnswers } from '../answers';
import type { Levels } from './levels';
import type { Shares } from '../types';

/** Shares over the levels of a cell, in their order, with what they rest on. */
export interface Distribution {
  readonly shares: readonly number[];
  readonly n: number;
  /** Kish's; Infinity for a probability vector. */
  readonly nEff: number;
}

/** The weighted shares of the answers; undefined without any. */
export function distributionOf(answers: Answers, codes: readonly number[]): Distribution | undefined {
  if (answers.values.length === 0) return undefined;
  const { nEff } = effectiveSize(answers.weights);
  return { shares: proportions(answers, codes), n: answers.values.length, nEff };
}

/**
 * The weighted mean of the probabilities where every answer has them, as shares of the substantive answers; else the
 * shares of the drawn codes. Undefined without a substantive answer.
 */
export function predictedDistribution(predicted: PredictedAnswers, levels: Levels): Distribution | undefined {
  const drawn = distributionOf(predicted.answers, levels.codes);
  if (drawn === undefined || predicted.vectors === undefined || !levels.closed) return drawn;
  const sums = levels.scaleCodes.map(() => 0);
  for (const { weight, probabilities } of predicted.vectors) {
    for (const [place, probability] of probabilities.entries()) {
      sums[place] = (sums[place] ?? 0) + weight * probability;
    }
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return drawn;
  const byCode = new Map(levels.scaleCodes.map((code, place) => [code, (sums[place] ?? 0) / total]));
  return { shares: levels.codes.map((code) => byCode.get(code) ?? 0), n: drawn.n, nEff: Infinity };
}

/** Shares keyed by code. */
export function sharesByCode(codes: readonly number[], shares: readonly number[]): Shares {
  return Object.fromEntries(codes.map((code, place) => [String(code), shares[place] ?? 0]));
}

/** 95 % Wilson intervals of shares, keyed by code, with the effective size where there are weights. */
export function intervalsByCode(
  codes: readonly number[],
  { shares, nEff }: Distribution,
): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(
    codes.map((code, place) => {
      const share = Math.min(1, shares[place] ?? 0);
      return [String(code), wilsonInterval(share * nEff, nEff)];
    }),
  );
}
