/** Which cell of a study: what is shown and what is asked. */
export interface CellId {
  readonly condition: string;
  readonly outcome: string;
  /** Null where the study has no items. */
  readonly item: string | null;
}

/** A key that is equal for equal cells and for no others. */
export function cellKey({ condition, outcome, item }: CellId): string {
  return JSON.stringify([condition, outcome, item]);
}
