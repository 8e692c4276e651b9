import { groupBy } from '../../util/group';
import type { ShownAlternative } from './alternatives';
import type { ConjointCell } from './types';

/**
 * Of the tasks that a person answered and that were predicted of the same person with the same alternatives: the share, by
 * the person's weight, in which the chosen alternative is the same; of probabilities the one given to the chosen alternative.
 */
export function sameChoices(
  seen: readonly ShownAlternative[],
  answered: readonly ShownAlternative[],
): ConjointCell['agreement'] {
  const keyOf = (task: readonly ShownAlternative[]) =>
    [task[0]?.row.person ?? '', ...task.map(({ levels }) => levels.join('\t'))].join('\n');
  const known = new Map(tasksOf(seen).map((task) => [keyOf(task), task]));
  let [n, total, same] = [0, 0, 0];
  for (const task of tasksOf(answered)) {
    const own = known.get(keyOf(task));
    if (own === undefined) continue;
    const weight = own[0]?.row.weight ?? 0;
    n += 1;
    total += weight;
    same += weight * (task[own.findIndex(({ row }) => row.value === 1)]?.row.value ?? 0);
  }
  return total > 0 ? { n, share: same / total } : null;
}

function tasksOf(shown: readonly ShownAlternative[]): readonly (readonly ShownAlternative[])[] {
  return [...groupBy(shown, ({ row, task }) => `${row.person}\n${task}`).values()];
}
