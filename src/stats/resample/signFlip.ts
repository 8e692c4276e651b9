import { statsError } from '../errors';
import type { Rng } from '../../util/rng';

/** With more pairs than these the signs are drawn at random instead. */
export const mostFlipped = 17;

/**
 * The mean of paired differences under every choice of their signs, the one observed first, for `permutationP`: under the null
 * each sign is as likely as the other (Fisher 1935).
 * @throws VignetteError `stats/empty`; `stats/out-of-range` with more than 17 differences (see `drawnFlips`).
 */
export function everyFlip(differences: readonly number[]): readonly number[] {
  checkDifferences(differences);
  if (differences.length > mostFlipped)
    throw statsError('out-of-range', `There are more than ${mostFlipped} differences.`);
  return Array.from({ length: 2 ** differences.length }, (_, signs) =>
    flipped(differences, (place) => ((signs >> place) & 1) === 1),
  );
}

/**
 * The mean observed, then `draws` means with random signs.
 * @throws VignetteError `stats/empty`.
 */
export function drawnFlips(
  differences: readonly number[],
  { draws, rng }: { readonly draws: number; readonly rng: Rng },
): readonly number[] {
  checkDifferences(differences);
  const random = Array.from({ length: draws }, () => flipped(differences, () => rng.below(2) === 1));
  return [flipped(differences, () => false), ...random];
}

function flipped(differences: readonly number[], isFlipped: (place: number) => boolean): number {
  const sum = differences.reduce((so, value, place) => so + (isFlipped(place) ? -value : value), 0);
  return sum / differences.length;
}

function checkDifferences(differences: readonly number[]): void {
  if (differences.length === 0) throw statsError('empty', 'There are no differences.');
  if (!differences.every(Number.isFinite)) throw statsError('non-finite-value', 'A difference is no number.');
}
