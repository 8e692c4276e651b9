/** Scrolls to the panel of a cell, or to its outcome's figure where all conditions share one chart. */
export function reveal(cell: {
  readonly condition: string;
  readonly outcome: string;
}): HTMLElement | undefined {
  const ofOutcome = [...document.querySelectorAll<HTMLElement>('.fig [data-condition]')].filter(
    (element) => element.dataset['outcome'] === cell.outcome,
  );
  const found = ofOutcome.find((element) => element.dataset['condition'] === cell.condition) ?? ofOutcome[0];
  found?.scrollIntoView({ block: 'center' });
  found?.classList.add('flash');
  return found;
}
