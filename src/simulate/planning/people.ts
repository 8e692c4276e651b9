import type { HumanData, Person } from '../../data/types';
import { uniformOf } from '../../util/rng';
import type { RunSettings } from '../types';

/** How many are asked when neither the study nor the user says so and there is no human data. */
const withoutData = 100;

/**
 * Who is asked: the people of the human data, or as many nameless ones without a profile. Fewer than there are is a
 * seeded sample without replacement, in file order; a larger sample of the same seed holds the smaller one.
 */
export function peopleOf(human: HumanData | undefined, settings: RunSettings): readonly Person[] {
  const wanted =
    settings.respondents === undefined ? undefined : Math.max(0, Math.floor(settings.respondents));
  if (human === undefined || human.people.length === 0)
    return Array.from({ length: wanted ?? withoutData }, (_, i) => ({
      id: `Person ${i + 1}`,
      weight: 1,
      profile: [],
    }));
  if (wanted === undefined || wanted >= human.people.length) return human.people;
  const ranked = human.people
    .map((person, place) => ({ place, u: uniformOf('sample', settings.seed, person.id) }))
    .sort((a, b) => a.u - b.u || a.place - b.place);
  const chosen = ranked.slice(0, wanted).sort((a, b) => a.place - b.place);
  return chosen.flatMap(({ place }) => human.people[place] ?? []);
}
