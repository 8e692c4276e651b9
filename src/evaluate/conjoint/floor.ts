import type { Contribution } from '../../stats/resample/respondentSampler';
import { respondentSampler } from '../../stats/resample/respondentSampler';
import type { ChoiceScale } from '../../study/types';
import { groupBy } from '../../util/group';
import { rng } from '../../util/rng';
import type { Floor } from '../figures';
import { floorFrom, optionFloorDraws } from '../options/compared';
import type { ShownAlternative } from './alternatives';

/** Every level of every attribute, in order. */
export interface LevelId {
  /** Place of the attribute. */
  readonly at: number;
  readonly id: string;
}

/** The levels of a conjoint. */
export function levelsOf({ attributes }: ChoiceScale): readonly LevelId[] {
  return attributes.flatMap(({ levels }, at) => levels.map(({ id }) => ({ at, id })));
}

/** The mean of |a − b| over the levels that both have; null where they share none. */
export function levelDistance(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  let count = 0;
  let sum = 0;
  for (let level = 0; level < a.length; level += 1) {
    const gap = Math.abs((a[level] ?? NaN) - (b[level] ?? NaN));
    if (Number.isNaN(gap)) continue;
    count += 1;
    sum += gap;
  }
  return count > 0 ? sum / count : null;
}

/**
 * The noise floor of marginal means: their distance between two independent samples of whole respondents, with all of their
 * tasks, from the human choices. Null without a level that both samples show.
 * @param sizes effective numbers of respondents; Infinity where every prediction has probabilities.
 */
export function conjointFloor(
  shown: readonly ShownAlternative[],
  scale: ChoiceScale,
  sizes: readonly [observed: number, predicted: number],
  distance: number,
  key: readonly string[],
): Floor | null {
  const levels = levelsOf(scale);
  const people = [...groupBy(shown, ({ row }) => row.person).values()].map((own): Contribution => {
    const having = levels.map(({ at, id }) => own.filter((alternative) => alternative.levels[at] === id));
    return {
      numerators: having.map((some) => some.reduce((sum, { row }) => sum + row.value, 0)),
      denominators: having.map((some) => some.length),
      chance: own[0]?.row.weight ?? 0,
    };
  });
  const random = rng('floor', ...key);
  const whole = (size: number) => (size === Infinity ? size : Math.max(1, Math.round(size)));
  const first = respondentSampler(people, whole(sizes[0]), random);
  const second = respondentSampler(people, whole(sizes[1]), random);
  const drawn: number[] = [];
  for (let draw = 0; draw < optionFloorDraws; draw += 1) {
    const gap = levelDistance(first(), second());
    if (gap !== null) drawn.push(gap);
  }
  return drawn.length === 0 ? null : floorFrom(Float64Array.from(drawn).sort(), distance);
}
