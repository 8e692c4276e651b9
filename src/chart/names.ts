import type { CellEvaluation, EffectEvaluation, Evaluation } from '../results/types';

/** What a cell is called beside its outcome: the condition's label, and the item where there is one. */
export function cellName({ conditionLabel, item }: Pick<CellEvaluation, 'conditionLabel' | 'item'>): string {
  return item === null ? conditionLabel : `${conditionLabel} · ${item}`;
}

/** What an arm of an effect is called: a condition's label as the cells have it, the id of a level as it is. */
export function armName(
  evaluation: Evaluation,
  { kind }: Pick<EffectEvaluation, 'kind'>,
  id: string,
): string {
  if (kind !== 'condition') return id;
  return evaluation.cells.find((cell) => cell.condition === id)?.conditionLabel ?? id;
}

/** `loss − gain`, with what the effect is beyond a difference of two means. */
export function effectName({
  treatment,
  control,
  form,
}: Pick<EffectEvaluation, 'treatment' | 'control' | 'form'>): string {
  return `${treatment} − ${control}${form === '' ? '' : ` (${form})`}`;
}

/** A cell by its ids, `gain` or `gain · headline1`. */
export function cellId({ condition, item }: Pick<CellEvaluation, 'condition' | 'item'>): string {
  return item === null ? condition : `${condition} · ${item}`;
}
