import { statsError } from '../errors';
import type { Rng } from '../../util/rng';
import { monteCarloP } from './maxT';

/** A statistic of two groups. */
export type TwoGroupStatistic = (first: readonly number[], second: readonly number[]) => number;

/** p-values of a statistic among those that other divisions or signs would have given. */
export interface PermutationP {
  /** Share with |T| ≥ |T_observed|. */
  readonly pAbs: number;
  readonly pGreater: number;
  readonly pLess: number;
  /** Twice the smaller of the one-sided ones, at most 1, which differs from `pAbs` where T is not symmetric. */
  readonly pTwiceMin: number;
}

/** More divisions than these are drawn at random instead. */
export const mostDivisions = 200_000;

/** Decimals are not exact in binary: statistics this near to each other count as equal. */
const tie = 1e-9;

/**
 * The statistic of every division of the values into groups of the same sizes; the first one is the division observed.
 * @throws VignetteError `stats/empty-arm`; `stats/out-of-range` with more than 200,000 divisions (see `drawnDivisions`).
 */
export function everyDivision(
  first: readonly number[],
  second: readonly number[],
  statistic: TwoGroupStatistic,
): readonly number[] {
  requireBoth(first, second);
  const values = [...first, ...second];
  if (choose(values.length, first.length) > mostDivisions)
    throw statsError('out-of-range', `There are more than ${mostDivisions} divisions of these values.`);
  const chosen = first.map((_, place) => place);
  const found: number[] = [];
  do {
    const inside = new Set(chosen);
    found.push(
      statistic(
        chosen.map((place) => values[place] ?? NaN),
        values.filter((_, place) => !inside.has(place)),
      ),
    );
  } while (nextChoice(chosen, values.length));
  return found;
}

/**
 * The statistic of the division observed, then of `draws` random divisions into groups of the same sizes.
 * @throws VignetteError `stats/empty-arm`.
 */
export function drawnDivisions(
  first: readonly number[],
  second: readonly number[],
  statistic: TwoGroupStatistic,
  { draws, rng }: { readonly draws: number; readonly rng: Rng },
): readonly number[] {
  requireBoth(first, second);
  const values = [...first, ...second];
  const found = [statistic(first, second)];
  for (let draw = 0; draw < draws; draw += 1) {
    for (let place = 0; place < first.length; place += 1) {
      const other = place + rng.below(values.length - place);
      [values[place], values[other]] = [values[other] ?? NaN, values[place] ?? NaN];
    }
    found.push(statistic(values.slice(0, first.length), values.slice(first.length)));
  }
  return found;
}

/**
 * p-values of the first of these statistics among all of them, itself included, so that none is 0: of all divisions the exact
 * ones (Fisher 1935), of drawn ones (b + 1) / (B + 1) (Davison & Hinkley 1997, 4.3).
 * @throws VignetteError `stats/empty`.
 */
export function permutationP([observed, ...others]: readonly number[]): PermutationP {
  if (observed === undefined) throw statsError('empty', 'There is no statistic.');
  const near = tie * Math.max(1, Math.abs(observed));
  const p = (reached: (value: number) => boolean) =>
    monteCarloP(others.filter(reached).length, others.length);
  const pGreater = p((value) => value >= observed - near);
  const pLess = p((value) => value <= observed + near);
  return {
    pAbs: p((value) => Math.abs(value) >= Math.abs(observed) - near),
    pGreater,
    pLess,
    pTwiceMin: Math.min(1, 2 * Math.min(pGreater, pLess)),
  };
}

function requireBoth(first: readonly number[], second: readonly number[]): void {
  if (first.length === 0 || second.length === 0) throw statsError('empty-arm', 'A group has no values.');
}

/** Moves on to the next choice of ascending places below `n`; false after the last one. */
function nextChoice(chosen: number[], n: number): boolean {
  for (let i = chosen.length - 1; i >= 0; i -= 1) {
    if ((chosen[i] ?? 0) >= n - chosen.length + i) continue;
    const from = (chosen[i] ?? 0) + 1;
    for (let j = i; j < chosen.length; j += 1) chosen[j] = from + j - i;
    return true;
  }
  return false;
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) product = (product * (n - i + 1)) / i;
  return product;
}
