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
  const ranked = everyone
    .map((person, place) => ({ place, u: uniformOf('sample', settings.seed, person.id) }))
    .sort((a, b) => a.u - b.u || a.place - b.place);
  const chosen = ranked.slice(0, wanted).sort((a, b) => a.place - b.place);
  return chosen.flatMap(({ place }) => everyone[place] ?? []);
}
