import { conditionTexts, outcomeTexts } from '../../app/runs/setup';
import { itemTexts } from '../../app/runs/setupTexts';
import type { CellEvaluation, Results } from '../../results/types';
import type { Study } from '../../study/types';

type Texts = readonly { readonly id: string; readonly text: string }[];
type CellName = Pick<CellEvaluation, 'condition' | 'outcome' | 'item'>;

/**
 * Whether what people read in a cell differs from what was simulated: the text of the condition, the question, or the item as it
 * reads there. What is gone from the study, or was not simulated, is not out of date.
 */
export function staleCells(study: Study, { setup }: Results): (cell: CellName) => boolean {
  const conditions = changed(setup.conditions, conditionTexts(study));
  const outcomes = changed(setup.outcomes, outcomeTexts(study));
  const items = changedItems(setup.items, itemTexts(study));
  return ({ condition, outcome, item }) =>
    conditions.has(condition) || outcomes.has(outcome) || (item !== null && items(item, condition));
}

/** The conditions in which a cell is out of date, in file order. Those that are gone from the study are not among them. */
export function staleConditions(study: Study, results: Results): readonly string[] {
  const isStale = staleCells(study, results);
  const simulated = new Set(results.setup.conditions.map(({ id }) => id));
  const items = study.items.length === 0 ? [null] : study.items.map(({ id }) => id);
  return study.conditions
    .map(({ id }) => id)
    .filter((condition) => {
      if (!simulated.has(condition)) return false;
      const asked = study.outcomes.filter(({ ask }) => ask.includes(condition));
      return asked.some(({ id }) => items.some((item) => isStale({ condition, outcome: id, item })));
    });
}

/** The ids that stand in both, with different texts. */
function changed(before: Texts, now: Texts): ReadonlySet<string> {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  return new Set(now.filter(({ id, text }) => texts.has(id) && texts.get(id) !== text).map(({ id }) => id));
}

/** An item reads in a condition as its entry for that condition says, else as its own. */
function changedItems(before: Texts, now: Texts): (item: string, condition: string) => boolean {
  const [then, today] = [before, now].map((texts) => {
    const byId = new Map(texts.map(({ id, text }) => [id, text]));
    return (item: string, condition: string) => byId.get(`${item}.in.${condition}`) ?? byId.get(item);
  });
  return (item, condition) => {
    const [old, current] = [then?.(item, condition), today?.(item, condition)];
    return old !== undefined && current !== undefined && old !== current;
  };
}
