import { crossProducts, pearson } from '../agreement/regression';
import { statsError } from '../errors';

/**
 * Ranks from 1 of the smallest value on; equal values share the mean of the ranks that they take (Kendall 1945).
 */
export function averageRanks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/**
 * A ranking of the first few as ranks of all: those that were not ranked share the mean of the ranks that are left.
 * @param given the rank of each option, undefined where it has none.
 */
export function completedRanks(given: readonly (number | undefined)[]): readonly number[] {
  const ranked = given.filter((rank) => rank !== undefined).length;
  return given.map((rank) => rank ?? (ranked + 1 + given.length) / 2);
}

/** How alike two rankings of the same options are. */
export interface RankAgreement {
  readonly concordant: number;
  readonly discordant: number;
  /** (C − D) / (n(n − 1)/2) (Kendall 1938). */
  readonly tauA: number;
  /** With both sides corrected for ties (Kendall 1945); null where one side is constant. */
  readonly tauB: number | null;
  /** Σ |a − b| (Spearman 1906). */
  readonly footrule: number;
  /** Divided by the largest that there is, ⌊n²/2⌋ (Diaconis & Graham 1977). */
  readonly footruleNormalised: number;
  /** Pearson's r of the ranks; null where one side is constant. */
  readonly spearman: number | null;
}

/** @throws VignetteError `stats/fewer-than-two-items`, `stats/length-mismatch`. */
export function rankAgreement(a: readonly number[], b: readonly number[]): RankAgreement {
  if (a.length !== b.length) throw statsError('length-mismatch', 'The rankings differ in length.');
  const n = a.length;
  if (n < 2) throw statsError('fewer-than-two-items', 'There is nothing to rank.');
  let [concordant, discordant, apartA, apartB] = [0, 0, 0, 0];
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      const wayA = Math.sign((a[i] ?? 0) - (a[j] ?? 0));
      const wayB = Math.sign((b[i] ?? 0) - (b[j] ?? 0));
      if (wayA !== 0) apartA += 1;
      if (wayB !== 0) apartB += 1;
      if (wayA * wayB > 0) concordant += 1;
      if (wayA * wayB < 0) discordant += 1;
    }
  const untied = Math.sqrt(apartA * apartB);
  const footrule = a.reduce((sum, rank, option) => sum + Math.abs(rank - (b[option] ?? 0)), 0);
  return {
    concordant,
    discordant,
    tauA: (concordant - discordant) / ((n * (n - 1)) / 2),
    tauB: untied > 0 ? (concordant - discordant) / untied : null,
    footrule,
    footruleNormalised: footrule / Math.floor((n * n) / 2),
    spearman: pearson(crossProducts(a, b)),
  };
}

/**
 * Kendall's W, the agreement of people about an order, 0 … 1, from mean ranks so that it holds with weights:
 * 12 Σ (R̄ − (n + 1)/2)² / (n³ − n − T), with T the mean of Σ (t³ − t) over the ties of each ranking (Kendall & Babington
 * Smith 1939). Null with fewer than two options and where nobody ranks anything.
 * @param unranked how many options each ranking leaves out, all tied, as a mean of t³ − t.
 */
export function concordance(meanRanks: readonly number[], unranked = 0): number | null {
  const n = meanRanks.length;
  const most = n ** 3 - n - unranked;
  if (n < 2 || !(most > 0)) return null;
  const spread = meanRanks.reduce((sum, rank) => sum + (rank - (n + 1) / 2) ** 2, 0);
  return Math.min(1, (12 * spread) / most);
}
