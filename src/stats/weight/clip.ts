import { statsError } from '../errors';

/** Weights cut off at a cap, by what becomes of the part that is cut off. */
export interface ClippedWeights {
  /** The cap in units of the weights: cap · mean. */
  readonly cap: number;
  /** Weights above the cap. */
  readonly trimmed: number;
  /** It is lost: the sum shrinks. */
  readonly clipped: readonly number[];
  /** All weights grow alike, once: some may be above the cap again. */
  readonly rescaled: readonly number[];
  /**
   * It is shared out equally among the weights below the cap, again and again (`trimWeights` of R's survey package with `strict`). Null
   * for a cap below 1, which cannot be kept.
   */
  readonly additive: readonly number[] | null;
}

/**
 * Trims weights at `cap` times their mean in the ways that are in use beside `trimWeights`, so that figures of other software can be
 * matched. The project's own weights are trimmed by `trimWeights`.
 * @param cap above 0.
 * @throws VignetteError `stats/empty`, `stats/out-of-range`.
 */
export function clipWeights(weights: readonly number[], cap: number): ClippedWeights {
  if (weights.length === 0) throw statsError('empty', 'There are no weights.');
  if (!(cap > 0)) throw statsError('out-of-range', `A cap of ${cap} times the mean weight cannot be kept.`);
  const total = sum(weights);
  const most = (cap * total) / weights.length;
  const clipped = weights.map((weight) => Math.min(weight, most));
  const factor = total / sum(clipped);
  return {
    cap: most,
    trimmed: weights.filter((weight) => weight > most).length,
    clipped,
    rescaled: clipped.map((weight) => weight * factor),
    additive: cap >= 1 ? sharedOut(weights, most) : null,
  };
}

function sharedOut(weights: readonly number[], most: number): readonly number[] {
  let current = weights;
  for (;;) {
    const excess = sum(current.map((weight) => Math.max(0, weight - most)));
    if (!(excess > 1e-14 * most)) return current;
    const free = current.filter((weight) => weight < most * (1 - 1e-14)).length;
    if (free === 0) return current.map((weight) => Math.min(weight, most));
    const share = excess / free;
    current = current.map((weight) => (weight < most * (1 - 1e-14) ? weight + share : most));
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}
