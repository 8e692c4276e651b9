/** Scrolls to the panel of a cell, or to its outcome's figure where all conditions share one chart. */
export function reveal(cell: {
  readonly condition: string;
  readonly outcome: string;
  readonly item?: string | null;
}): HTMLElement | undefined {
  const ofOutcome = [...document.querySelectorAll<HTMLElement>('.fig [data-condition]')].filter(
    (element) => element.dataset['outcome'] === cell.outcome,
  );
  const ofCondition = ofOutcome.filter((element) => element.dataset['condition'] === cell.condition);
  const found =
    ofCondition.find((element) => element.dataset['item'] === (cell.item ?? '')) ??
    ofCondition[0] ??
    ofOutcome[0];
  found?.scrollIntoView({ block: 'center' });
  found?.classList.add('flash');
  return found;
}
