import { statsError } from '../errors';
import { trimWeights } from './trim';

/** What one characteristic of the rows should add up to. */
export interface RakeMargin {
  /** Of the characteristic, for messages. */
  readonly name: string;
  /** The category of each row. */
  readonly categories: readonly string[];
  /** Zero or more each; they are brought to a sum of 1. */
  readonly targets: readonly { readonly value: string; readonly share: number }[];
}

export interface RakeOptions {
  /** The largest weight as a multiple of the mean weight; margins then hold only nearly. Undefined: no trimming. */
  readonly cap?: number;
}

/** Largest difference between a share and its target that counts as reached. */
const tolerance = 1e-12;

const mostRounds = 5_000;

/**
 * Weights of rows whose weighted shares are those of every margin, as near to the base weights as that allows: iterative
 * proportional fitting, w ← w · target / share of the row's category, margin by margin until all hold (Deming & Stephan 1940).
 * They sum to what the base weights sum to; a base weight of 0 stays 0, and so does a category whose target is 0.
 * @throws VignetteError `stats/length-mismatch`, `stats/negative-weight`, `stats/zero-total-weight`; `stats/empty-target-cell` when
 * no row stands for a category with a target, `stats/category-without-target` when rows have a category without one,
 * `stats/not-converged` when the margins contradict each other in these rows.
 */
export function rake(
  margins: readonly RakeMargin[],
  base: readonly number[],
  { cap }: RakeOptions = {},
): readonly number[] {
  const total = totalOf(base);
  const fits = margins.map((margin) => fitOf(margin, base));
  const weights = Float64Array.from(base, (weight) => weight / total);
  for (let round = 0; fits.some((fit) => off(fit, weights) > tolerance); round += 1) {
    if (round === mostRounds) throw notConverged(margins);
    for (const fit of fits) scale(fit, weights);
  }
  const raked = [...weights].map((weight) => weight * total);
  return cap === undefined ? raked : trimWeights(raked, cap);
}

interface Fit {
  /** The place of each row's category in `targets`. */
  readonly places: Uint32Array;
  readonly targets: readonly number[];
}

function fitOf({ name, categories, targets }: RakeMargin, base: readonly number[]): Fit {
  if (categories.length !== base.length)
    throw statsError('length-mismatch', `${name} has ${categories.length} values for ${base.length} rows.`);
  const sum = totalOf(targets.map(({ share }) => share));
  const order = new Map(targets.map(({ value }, place) => [value, place]));
  const places = Uint32Array.from(categories, (category) => {
    const place = order.get(category);
    if (place === undefined)
      throw statsError('category-without-target', `No share is given for ${name} = ${category}.`);
    return place;
  });
  const held = new Set([...places].filter((_, row) => (base[row] ?? 0) > 0));
  const empty = targets.find(({ share }, place) => share > 0 && !held.has(place));
  if (empty !== undefined)
    throw statsError('empty-target-cell', `No row stands for ${name} = ${empty.value}.`);
  return { places, targets: targets.map(({ share }) => share / sum) };
}

function sharesOf({ places, targets }: Fit, weights: Float64Array): readonly number[] {
  const shares = targets.map(() => 0);
  for (const [row, place] of places.entries()) shares[place] = (shares[place] ?? 0) + (weights[row] ?? 0);
  return shares;
}

function off(fit: Fit, weights: Float64Array): number {
  const shares = sharesOf(fit, weights);
  return Math.max(...fit.targets.map((target, place) => Math.abs((shares[place] ?? 0) - target)));
}

function scale(fit: Fit, weights: Float64Array): void {
  const shares = sharesOf(fit, weights);
  const factors = fit.targets.map((target, place) => (target === 0 ? 0 : target / (shares[place] ?? 0)));
  for (const [row, place] of fit.places.entries())
    weights[row] = (weights[row] ?? 0) === 0 ? 0 : (weights[row] ?? 0) * (factors[place] ?? 0);
}

function totalOf(weights: readonly number[]): number {
  if (!weights.every((weight) => weight >= 0 && weight < Infinity))
    throw statsError('negative-weight', 'A weight or a share is negative or no number.');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) throw statsError('zero-total-weight', 'All weights or shares are 0.');
  return total;
}

function notConverged(margins: readonly RakeMargin[]): ReturnType<typeof statsError> {
  const names = margins.map(({ name }) => name).join(', ');
  return statsError('not-converged', `No weights of these rows have the shares of ${names} all at once.`);
}
