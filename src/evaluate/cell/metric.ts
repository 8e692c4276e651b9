import type { NumericScale, SingleScale } from '../../study/types';
import type { Levels } from './levels';

/** Where the answers of a scale stand for a distance, and between which ends. */
export interface Metric {
  readonly range: readonly [number, number];
  readonly of: (answer: number) => number;
}

/**
 * The metric of the stated convention: the answers as they are on a scale with a stated range; without bounds those cut
 * to the ends of a declared `transform`, as they are or as log(1 + x − from). Undefined where there is neither.
 */
export function metricOf(levels: Pick<Levels, 'range' | 'transform'>): Metric | undefined {
  const { range, transform } = levels;
  if (range !== null) return { range, of: (answer) => answer };
  if (transform === null) return undefined;
  const { kind, from, to } = transform;
  const place = (answer: number) => {
    const cut = Math.min(to, Math.max(from, answer));
    return kind === 'log' ? Math.log1p(cut - from) : cut;
  };
  return { range: [place(from), place(to)], of: place };
}

/** The transform of a numeric scale that lacks a bound; null on every other scale and where its ends are one point. */
export function transformOf(scale: SingleScale): NonNullable<NumericScale['transform']> | null {
  if (scale.type !== 'numeric' || scale.transform === undefined) return null;
  const bounded = scale.min !== undefined && scale.max !== undefined;
  return bounded || !(scale.transform.to > scale.transform.from) ? null : scale.transform;
}

/** Shares over the levels as they lie in a metric: in ascending order, levels that fall together added up. */
export function inMetric(
  metric: Metric,
  codes: readonly number[],
  ...shares: readonly (readonly number[])[]
): { readonly places: readonly number[]; readonly shares: readonly (readonly number[])[] } {
  const places = [...new Set(codes.map(metric.of))].sort((a, b) => a - b);
  const at = new Map(places.map((place, index) => [place, index]));
  const gathered = shares.map((own) => {
    const sums = places.map(() => 0);
    for (const [index, code] of codes.entries()) {
      const place = at.get(metric.of(code)) ?? 0;
      sums[place] = (sums[place] ?? 0) + (own[index] ?? 0);
    }
    return sums;
  });
  return { places, shares: gathered };
}
