import type { HumanData } from '../../data/types';
import { normalUpper } from '../../stats/distribution/normal';
import type { Study } from '../../study/types';

const level = 0.001;

/**
 * A warning where the people of a condition are more or fewer than the assignment's probabilities allow for: |z| of the
 * binomial count, Bonferroni over the conditions, p below .001. Of designs in which each person has one condition.
 */
export function armSizeWarnings(study: Study, human: HumanData | undefined): readonly string[] {
  const { probabilities } = study.assignment;
  if (human === undefined || study.design !== 'between' || probabilities.length === 0) return [];
  const people = new Map<string, Set<string>>();
  for (const { person, condition } of human.rows) {
    const own = people.get(condition) ?? new Set<string>();
    people.set(condition, own.add(person.id));
  }
  const sizes = probabilities.map(({ condition }) => people.get(condition)?.size ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const odd = probabilities.filter(({ share }, index) => {
    if (!(share > 0 && share < 1) || total === 0) return false;
    const z = ((sizes[index] ?? 0) - total * share) / Math.sqrt(total * share * (1 - share));
    return 2 * normalUpper(Math.abs(z)) * probabilities.length < level;
  });
  if (odd.length === 0) return [];
  const said = odd.map(({ condition, share }) => {
    const size = people.get(condition)?.size ?? 0;
    return `${condition} has ${size} of ${total}, assigned with ${share}`;
  });
  return [`The sizes of the conditions do not fit \`assignment.probabilities\`: ${said.join('; ')}.`];
}
