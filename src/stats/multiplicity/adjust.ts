import { statsError } from '../errors';

/** p-values of one family; null where a comparison has none, which then does not count in the size of the family. */
export type PValues = readonly (number | null)[];

/** A rule that makes p-values of one family comparable with the level of a single test. */
export type Correction = 'bh' | 'by' | 'holm' | 'bonferroni';

/**
 * Adjusted p-values in the order given, at most 1; reject where one is at most the level. With p₍ᵢ₎ ascending of m:
 * - `bonferroni`: m p (Dunn 1961). Holds the chance of any false finding.
 * - `holm`: running maximum of (m − i + 1) p₍ᵢ₎ (Holm 1979). The same, never weaker.
 * - `bh`: running minimum from above of m p₍ᵢ₎ / i (Benjamini & Hochberg 1995). Holds the share of false findings among independent
 *   or positively dependent tests.
 * - `by`: the same times Σ 1/i (Benjamini & Yekutieli 2001). For any dependence.
 * @throws VignetteError `stats/out-of-range` for a p outside 0 … 1.
 */
export function adjustedP(values: PValues, correction: Correction): PValues {
  const known = values.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  if (known.some(({ p }) => !(p >= 0 && p <= 1))) throw statsError('out-of-range', 'A p-value is 0 … 1.');
  known.sort((a, b) => a.p - b.p);
  const adjusted = steps[correction](known.map(({ p }) => p));
  const result = values.map((): number | null => null);
  for (const [place, { index }] of known.entries()) result[index] = Math.min(1, adjusted[place] ?? 1);
  return result;
}

const steps: Readonly<Record<Correction, (ascending: readonly number[]) => readonly number[]>> = {
  bonferroni: (ascending) => ascending.map((p) => p * ascending.length),
  holm: (ascending) => runningMaximum(ascending.map((p, place) => p * (ascending.length - place))),
  bh: (ascending) => falseDiscovery(ascending, 1),
  by: (ascending) => falseDiscovery(ascending, harmonic(ascending.length)),
};

function falseDiscovery(ascending: readonly number[], factor: number): readonly number[] {
  const m = ascending.length;
  let least = 1;
  return ascending
    .map((p, place) => (factor * m * p) / (place + 1))
    .reverse()
    .map((p) => (least = Math.min(least, p)))
    .reverse();
}

function runningMaximum(values: readonly number[]): readonly number[] {
  let most = 0;
  return values.map((value) => (most = Math.max(most, value)));
}

function harmonic(m: number): number {
  let sum = 0;
  for (let i = 1; i <= m; i += 1) sum += 1 / i;
  return sum;
}
