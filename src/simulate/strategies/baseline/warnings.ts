import type { HumanData } from '../../../data/types';
import type { BaselineName } from '../../../study/strategies';
import type { Study } from '../../../study/types';

/** Where a baseline that sees the other conditions has none to look at, and that profiles are seen. */
export function fallbackWarnings(
  name: Exclude<BaselineName, 'uniform'>,
  study: Study,
  human: HumanData | undefined,
): readonly string[] {
  const places = answeredIn(human);
  const items = study.items.length === 0 ? [null] : study.items.map(({ id }) => id);
  const alone = study.outcomes.flatMap(({ id, ask }) =>
    ask.flatMap((condition) => {
      const without = items.filter((item) =>
        [...places(id, item)].every((other) => other === condition),
      ).length;
      if (without === 0) return [];
      const where = study.items.length === 0 ? '' : ` of ${without} of the ${items.length} items`;
      return [
        `The ${name} baseline of ${id}${where} in ${condition} has no other condition to look at; it is uniform there.`,
      ];
    }),
  );
  return name === 'pooled' ? alone : [sees(name), ...alone];
}

function sees(name: 'cells' | 'multinomial'): string {
  return `The ${name} baseline sees the human answers to the same outcome in the other conditions, with the profiles of who gave them.`;
}

function answeredIn(
  human: HumanData | undefined,
): (outcome: string, item: string | null) => ReadonlySet<string> {
  const answered = new Map<string, Set<string>>();
  const keyOf = (outcome: string, item: string | null): string => JSON.stringify([outcome, item]);
  for (const { condition, item, answers } of human?.rows ?? [])
    for (const outcome of answers.keys()) {
      const key = keyOf(outcome, item);
      const own = answered.get(key) ?? new Set<string>();
      answered.set(key, own.add(condition));
    }
  return (outcome, item) => answered.get(keyOf(outcome, item)) ?? new Set();
}
