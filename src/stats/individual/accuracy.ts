import { statsError } from '../errors';
import { checkedWeights, normalised } from '../sample';
import { pmfPoints, type PmfPoints } from './pmf';

/** The ends of the range that errors are measured by: of the scale or observed, which the report names. */
export type Range = readonly [number, number];

export interface PointAccuracy {
  /** 1 − mean |predicted − human| / (max − min); not clipped, so that it is below 0 where predictions leave the range. */
  readonly accuracy: number;
  readonly exactMatch: number;
  /** Mean |predicted − human| in scale units. */
  readonly mae: number;
}

/**
 * Accuracy of one predicted answer a person.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/range-zero` and those of `checkedWeights`.
 */
export function pointAccuracy(
  predicted: readonly number[],
  human: readonly number[],
  range: Range,
  weights?: readonly number[],
): PointAccuracy {
  if (predicted.length !== human.length)
    throw statsError(
      'length-mismatch',
      `There are ${predicted.length} predictions of ${human.length} answers.`,
    );
  const shares = normalised(checkedWeights({ values: human, weights }));
  const width = widthOf(range);
  const mean = (of: (error: number) => number) =>
    shares.reduce(
      (sum, share, place) => sum + share * of(Math.abs((predicted[place] ?? NaN) - (human[place] ?? 0))),
      0,
    );
  const mae = mean((error) => error);
  return { accuracy: 1 - mae / width, exactMatch: mean((error) => (error === 0 ? 1 : 0)), mae };
}

/** Accuracy of one predicted distribution a person, by what is taken from it. The conventions never share a column. */
export interface PmfAccuracy extends Readonly<Record<keyof PmfPoints, number>> {
  /** Expected accuracy of one answer drawn from each distribution. */
  readonly drawn: number;
  /** Chance that the drawn answer is the human's. */
  readonly exactMatchDrawn: number;
  readonly perPersonDrawn: readonly number[];
}

/**
 * Accuracy of predicted distributions. A uniform guess of uniform answers scores 1 − (K + 1) / (3K) drawn, and more by its median.
 * @param predicted the shares of the levels, one list a person.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/range-zero` and those of `checkedWeights`.
 */
export function pmfAccuracy(
  levels: readonly number[],
  predicted: readonly (readonly number[])[],
  human: readonly number[],
  range: Range,
  weights?: readonly number[],
): PmfAccuracy {
  if (predicted.length !== human.length)
    throw statsError(
      'length-mismatch',
      `There are ${predicted.length} predictions of ${human.length} answers.`,
    );
  const people = normalised(checkedWeights({ values: human, weights }));
  const width = widthOf(range);
  const points = predicted.map((shares) => pmfPoints(levels, shares));
  const pmfs = predicted.map((shares) => normalised(shares));
  const expected = (person: number, of: (error: number) => number) =>
    levels.reduce(
      (sum, level, place) =>
        sum + (pmfs[person]?.[place] ?? 0) * of(Math.abs(level - (human[person] ?? NaN))),
      0,
    );
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value, person) => sum + value * (people[person] ?? 0), 0);
  const by = (point: keyof PmfPoints) =>
    pointAccuracy(
      points.map((each) => each[point]),
      human,
      range,
      weights,
    ).accuracy;
  const perPersonDrawn = human.map((_, person) => 1 - expected(person, (error) => error) / width);
  return {
    drawn: mean(perPersonDrawn),
    exactMatchDrawn: mean(human.map((_, person) => expected(person, (error) => (error === 0 ? 1 : 0)))),
    perPersonDrawn,
    medianLower: by('medianLower'),
    medianMid: by('medianMid'),
    mean: by('mean'),
    mode: by('mode'),
  };
}

export interface NormalisedAccuracy {
  /** Mean accuracy over mean retest accuracy; above 1 where people agree with themselves less than the prediction does. */
  readonly ratioOfMeans: number | null;
  /** Mean of each person's ratio, without those whose retest is 0. */
  readonly meanOfRatios: number | null;
  readonly droppedZeroRetest: number;
}

/**
 * Accuracy as a share of how well people repeat their own answers (Park et al. 2024). Null where every retest is 0.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`.
 */
export function normalisedAccuracy(
  accuracy: readonly number[],
  retest: readonly number[],
): NormalisedAccuracy {
  if (accuracy.length === 0) throw statsError('empty', 'There are no people.');
  if (accuracy.length !== retest.length)
    throw statsError('length-mismatch', `There are ${accuracy.length} people but ${retest.length} retests.`);
  const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0);
  const ratios = accuracy.flatMap((value, person) => {
    const own = retest[person] ?? 0;
    return own > 0 ? [value / own] : [];
  });
  const total = sum(retest);
  return {
    ratioOfMeans: total > 0 ? sum(accuracy) / total : null,
    meanOfRatios: ratios.length > 0 ? sum(ratios) / ratios.length : null,
    droppedZeroRetest: accuracy.length - ratios.length,
  };
}

function widthOf([low, high]: Range): number {
  if (!(high > low))
    throw statsError('range-zero', `Errors cannot be measured by a range of ${low} to ${high}.`);
  return high - low;
}
