/** What an answer to a reversed item counts as: min + max − x. */
export function reversed(answer: number, [min, max]: readonly [number, number]): number {
  return min + max - answer;
}

export interface ScaleScore {
  /** Mean of the answered items; null where fewer than `least` or none were answered. */
  readonly mean: number | null;
  /** The mean times the number of items, as if the others had been answered alike. */
  readonly proratedSum: number | null;
}

/** The composite of one respondent's items, reversed ones recoded before; null for those not answered. */
export function scaleScore(items: readonly (number | null)[], least: number): ScaleScore {
  const answered = items.filter((item) => item !== null);
  if (answered.length === 0 || answered.length < least) return { mean: null, proratedSum: null };
  const mean = answered.reduce((sum, item) => sum + item, 0) / answered.length;
  return { mean, proratedSum: mean * items.length };
}
