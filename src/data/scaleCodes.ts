import type { SingleScale } from '../study/types';

/** How far a code may be from a step of its scale: rounding of decimals in text. */
const tolerance = 1e-9;

/**
 * Whether `code` can be an answer on this scale: one of its options, or a step between its bounds (from `min`, or
 * from 0 without one). A "don't know" that is an option counts, one that is missing does not.
 */
export function acceptsCode(scale: SingleScale, code: number): boolean {
  if (scale.dontKnow?.as === 'option' && scale.dontKnow.code === code) return true;
  if (scale.type !== 'numeric') return scale.options.some((option) => option.code === code);
  if (code < (scale.min ?? -Infinity) || code > (scale.max ?? Infinity)) return false;
  const steps = (code - (scale.min ?? 0)) / scale.step;
  return Math.abs(steps - Math.round(steps)) <= tolerance * Math.max(1, Math.abs(steps));
}
