import { checkedWeights, normalised } from '../sample';

/** What a predicted distribution says in one number. Levels without a share do not matter. */
export interface PmfPoints {
  /** The lowest level at which the cumulative share reaches one half. */
  readonly medianLower: number;
  /** Halfway to the next level with a share where the cumulative share is exactly one half there. */
  readonly medianMid: number;
  readonly mean: number;
  /** The most probable level, the first listed among equals. */
  readonly mode: number;
}

/** Cumulative shares and ties this near to each other are equal. */
const near = 1e-12;

/**
 * Medians, mean and mode of a distribution.
 * @param levels in any order. @param shares need not sum to 1.
 * @throws VignetteError those of `checkedWeights`.
 */
export function pmfPoints(levels: readonly number[], shares: readonly number[]): PmfPoints {
  const p = normalised(checkedWeights({ values: levels, weights: shares }));
  const steps = levels
    .map((level, place) => ({ level, share: p[place] ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => a.level - b.level);
  let cumulative = 0;
  const at = steps.findIndex(({ share }) => (cumulative += share) >= 0.5 - near);
  const medianLower = steps[at]?.level ?? NaN;
  const next = steps[at + 1]?.level ?? medianLower;
  const most = Math.max(...p);
  return {
    medianLower,
    medianMid: Math.abs(cumulative - 0.5) <= near ? (medianLower + next) / 2 : medianLower,
    mean: levels.reduce((sum, level, place) => sum + level * (p[place] ?? 0), 0),
    mode: levels[p.findIndex((share) => share > most - near)] ?? NaN,
  };
}
