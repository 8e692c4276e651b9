import { conditionTexts, outcomeTexts } from '../../app/runs/setup';
import type { Results } from '../../results/types';
import type { Study } from '../../study/types';

type Texts = readonly { readonly id: string; readonly text: string }[];

/**
 * The conditions whose text, or one of whose questions, differs from what was simulated. Those that are gone from
 * the study are not among them.
 */
export function staleConditions(study: Study, { setup }: Results): readonly string[] {
  const reworded = new Set(changed(setup.conditions, conditionTexts(study)));
  const asked = new Set(changed(setup.outcomes, outcomeTexts(study)));
  for (const { id, ask } of study.outcomes) if (asked.has(id)) for (const each of ask) reworded.add(each);
  const simulated = new Set(setup.conditions.map(({ id }) => id));
  return study.conditions.map(({ id }) => id).filter((id) => simulated.has(id) && reworded.has(id));
}

/** The ids that stand in both, with different texts. */
function changed(before: Texts, now: Texts): readonly string[] {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  return now.filter(({ id, text }) => texts.has(id) && texts.get(id) !== text).map(({ id }) => id);
}
