import { crossProducts, pearson } from '../agreement/regression';
import { statsError } from '../errors';

/** How far items measure one thing. */
export interface ItemConsistency {
  readonly respondents: number;
  /** k/(k − 1) (1 − Σ var_j / var of the sum) (Cronbach 1951), at most 1; null where the sum does not vary. */
  readonly alpha: number | null;
  /** From correlations; null where an item does not vary. */
  readonly standardised: {
    readonly meanInterItemR: number;
    /** k r̄ / (1 + (k − 1) r̄). */
    readonly alpha: number;
    /** Correlation of each item with the sum of the others; null where that sum does not vary. */
    readonly correctedItemTotalR: readonly (number | null)[];
    /** Alpha without each item; null with two items, and each null where that sum does not vary. */
    readonly alphaIfDropped: readonly (number | null)[] | null;
  } | null;
}

/** A variance below this is rounding. */
const nothing = 1e-12;

/**
 * Cronbach's alpha of the items of a composite, reversed ones recoded before.
 * @param rows the answers of each respondent to all items, without gaps.
 * @throws VignetteError `stats/fewer-than-two-items`, `stats/fewer-than-two-respondents`, `stats/length-mismatch`,
 * `stats/non-finite-value`.
 */
export function itemConsistency(rows: readonly (readonly number[])[]): ItemConsistency {
  const k = rows[0]?.length ?? 0;
  checkItems(rows);
  const items = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? NaN));
  const varied = items.every((item) => varianceOf(item) > nothing);
  return {
    respondents: rows.length,
    alpha: alphaOf(items),
    standardised: varied ? standardisedOf(items) : null,
  };
}

/** Correlations of items, each with each; a constant item has none. */
export function correlationMatrix(items: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return items.map((a, i) => items.map((b, j) => (i === j ? 1 : (pearson(crossProducts(a, b)) ?? NaN))));
}

function standardisedOf(items: readonly (readonly number[])[]): ItemConsistency['standardised'] {
  const k = items.length;
  const sum = correlationMatrix(items)
    .flat()
    .reduce((so, r) => so + r, 0);
  const meanInterItemR = (sum - k) / (k * (k - 1));
  const without = (dropped: number) => items.filter((_, item) => item !== dropped);
  return {
    meanInterItemR,
    alpha: (k * meanInterItemR) / (1 + (k - 1) * meanInterItemR),
    correctedItemTotalR: items.map((item, place) => pearson(crossProducts(item, totals(without(place))))),
    alphaIfDropped: k > 2 ? items.map((_, place) => alphaOf(without(place))) : null,
  };
}

function alphaOf(items: readonly (readonly number[])[]): number | null {
  const k = items.length;
  const total = varianceOf(totals(items));
  if (!(total > nothing)) return null;
  return (k / (k - 1)) * (1 - items.reduce((sum, item) => sum + varianceOf(item), 0) / total);
}

function totals(items: readonly (readonly number[])[]): readonly number[] {
  return (items[0] ?? []).map((_, row) => items.reduce((sum, item) => sum + (item[row] ?? 0), 0));
}

function varianceOf(values: readonly number[]): number {
  return crossProducts(values, values).xx / (values.length - 1);
}

function checkItems(rows: readonly (readonly number[])[]): void {
  const k = rows[0]?.length ?? 0;
  if (rows.length > 0 && k < 2) throw statsError('fewer-than-two-items', 'One item has no consistency.');
  if (rows.length < 2) throw statsError('fewer-than-two-respondents', 'One respondent shows no consistency.');
  if (rows.some((row) => row.length !== k))
    throw statsError('length-mismatch', 'Respondents answered different numbers of items.');
  if (!rows.flat().every(Number.isFinite))
    throw statsError('non-finite-value', 'An answer to an item is no number.');
}
