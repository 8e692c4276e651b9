import type { HumanChoice, HumanData, Person } from '../../data/types';
import type { Attribute, ChoiceScale } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { rng, type Rng } from '../../util/rng';
import type { CellId } from '../cellId';
import type { Task } from '../types';

/** The alternatives of a task, levels in the order of the scale's attributes. */
type Profiles = NonNullable<Task['profiles']>;

/** Drawings of one alternative before the restrictions count as impossible to meet. */
const mostTries = 10_000;

/** The tasks that people were given in reality, in order, of each person in each cell. */
export function humanTasks(
  human: HumanData | undefined,
): (person: Person, cell: CellId) => readonly Profiles[] {
  const known = new Map<Person, HumanChoice[]>();
  for (const choice of human?.choices ?? []) {
    const own = known.get(choice.person) ?? [];
    own.push(choice);
    known.set(choice.person, own);
  }
  return (person, { condition, outcome }) =>
    (known.get(person) ?? [])
      .filter((choice) => choice.condition === condition && choice.outcome === outcome)
      .sort((a, b) => a.task - b.task)
      .map(({ alternatives }) => alternatives.map(({ levels }) => levels));
}

/**
 * Alternatives drawn uniformly and independently among those that the restrictions allow. The condition is no part
 * of the key, so that the same person has the same tasks in every condition.
 * @throws VignetteError `plan/restrict` where the restrictions leave (nearly) nothing.
 */
export function drawnProfiles(
  scale: ChoiceScale,
  seed: number,
  { person, outcome, item, draw }: Pick<Task, 'person' | 'outcome' | 'item' | 'draw'>,
): Profiles {
  const random = rng('order', seed, person.id, outcome, item ?? '', draw);
  return Array.from({ length: scale.alternatives }, () => drawnAlternative(scale, random, outcome));
}

/** @throws VignetteError `plan/restrict` where the restrictions leave (nearly) nothing to draw. */
export function requireDrawable(scale: ChoiceScale, outcome: string): void {
  drawnAlternative(scale, rng('order', outcome), outcome);
}

function drawnAlternative(scale: ChoiceScale, random: Rng, outcome: string): readonly string[] {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const levels = scale.attributes.map((attribute) => drawnLevel(attribute, random));
    if (!isRefused(levels, scale)) return levels;
  }
  throw new VignetteError({
    code: 'plan/restrict',
    message: `The restrictions of ${outcome} leave no alternative that can be drawn.`,
    help: 'See `restrict` of its scale: take out what refuses nearly every combination of levels.',
    audience: 'invalid',
  });
}

function drawnLevel({ levels }: Attribute, random: Rng): string {
  return levels[random.below(levels.length)]?.id ?? '';
}

function isRefused(profile: readonly string[], { attributes, restrict }: ChoiceScale): boolean {
  const levelOf = (id: string): string => profile[attributes.findIndex((each) => each.id === id)] ?? '';
  return restrict.some(
    (restriction) =>
      restriction.length > 0 &&
      restriction.every(({ attribute, levels }) => levels.includes(levelOf(attribute))),
  );
}
