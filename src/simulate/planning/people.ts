import type { Person } from '../../data/types';
import { uniformOf } from '../../util/rng';
import type { RunSettings } from '../types';

/** How many are asked when neither the study nor the user says so and there is no human data. */
const withoutData = 100;

/**
 * Who is asked: those that there are, or as many nameless ones without a profile. Fewer than there are is a
 * seeded sample without replacement, in their order; a larger sample of the same seed holds the smaller one.
 */
export function peopleOf(everyone: readonly Person[], settings: RunSettings): readonly Person[] {
  const wanted =
    settings.respondents === undefined ? undefined : Math.max(0, Math.floor(settings.respondents));
  if (everyone.length === 0)
    return Array.from({ length: wanted ?? withoutData }, (_, i) => ({
      id: `Person ${i + 1}`,
      weight: 1,
      profile: [],
    }));
  if (wanted === undefined || wanted >= everyone.length) return everyone;
  const chosen = samplingOrder(everyone, settings.seed)
    .slice(0, wanted)
    .sort((a, b) => a - b);
  return chosen.flatMap((place) => everyone[place] ?? []);
}

/** Places in `people` in the order in which they come into a sample. */
export function samplingOrder(people: readonly Person[], seed: number): readonly number[] {
  return people
    .map(({ id }, place) => ({ place, u: uniformOf('sample', seed, id) }))
    .sort((a, b) => a.u - b.u || a.place - b.place)
    .map(({ place }) => place);
}
