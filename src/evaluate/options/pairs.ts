import { groupBy } from '../../util/group';
import type { OptionAnswers } from './answers';

/** What one person answered, and what was predicted of that person in the same cell. */
export interface AnswerPair {
  readonly observed: readonly number[];
  readonly predicted: readonly number[];
  readonly weight: number;
}

/** Every prediction of a person who answered, beside the answer. */
export function pairsOf(
  observed: OptionAnswers | undefined,
  predicted: OptionAnswers,
): readonly AnswerPair[] {
  if (observed === undefined) return [];
  const seen = groupBy(observed.people.keys(), (index) => observed.people[index] ?? '');
  return predicted.vectors.flatMap((vector, index) =>
    (seen.get(predicted.people[index] ?? '') ?? []).map((own) => ({
      observed: observed.vectors[own] ?? [],
      predicted: vector,
      weight: observed.weights[own] ?? 0,
    })),
  );
}

/** The weighted mean of what `figure` says of each pair; pairs of which it says nothing are left out, null where all are. */
export function pairMean(
  pairs: readonly AnswerPair[],
  figure: (observed: readonly number[], predicted: readonly number[]) => number | null,
): number | null {
  let total = 0;
  let sum = 0;
  for (const { observed, predicted, weight } of pairs) {
    const value = figure(observed, predicted);
    if (value === null) continue;
    total += weight;
    sum += weight * value;
  }
  return total > 0 ? sum / total : null;
}
