import { rake } from './rake';

/**
 * Weights whose weighted shares are those of the population in every stratum: base · target / share of the row's stratum. They sum to
 * what the base weights sum to.
 * @param strata of each row. @param shares of the population, which need not sum to 1. @param base 1 for each row by default.
 * @throws VignetteError those of `rake`, without `stats/not-converged`.
 */
export function poststratify(
  strata: readonly string[],
  shares: readonly { readonly value: string; readonly share: number }[],
  base: readonly number[] = strata.map(() => 1),
): readonly number[] {
  return rake([{ name: 'stratum', categories: strata, targets: shares }], base);
}
