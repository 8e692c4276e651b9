import { codesOf, labelOf, statedRange } from '../../study/scales';
import type { NumericScale, SingleScale } from '../../study/types';
import { transformOf } from './metric';

/** The substantive answers of a cell, in scale order: "don't know" is not among them. */
export interface Levels {
  readonly type: SingleScale['type'];
  readonly codes: readonly number[];
  /** Those the scale itself lists. */
  readonly scaleCodes: readonly number[];
  readonly labels: readonly (string | null)[];
  /** The stated range; null without one. */
  readonly range: readonly [number, number] | null;
  /** What brings answers without a stated range to one; null where none is declared or needed. */
  readonly transform: NonNullable<NumericScale['transform']> | null;
  /** The codes are those of the scale; otherwise they are the values that occur. */
  readonly closed: boolean;
}

/** Whether a code is an answer on the scale, and not "don't know" or a value outside. */
export function isSubstantive(scale: SingleScale, code: number): boolean {
  if (!Number.isFinite(code) || code === scale.dontKnow?.code) return false;
  if (scale.type !== 'numeric') return scale.options.some((option) => option.code === code);
  return (scale.min === undefined || code >= scale.min) && (scale.max === undefined || code <= scale.max);
}

/** The levels of a scale; where it does not list its codes, or answers lie between them, the answers add theirs. */
export function levelsOf(scale: SingleScale, answers: Iterable<number>): Levels {
  const listed = codesOf(scale);
  const range = statedRange(scale);
  const codes = new Set(listed);
  for (const answer of answers) if (isSubstantive(scale, answer)) codes.add(answer);
  const all = codes.size === listed.length ? listed : [...codes].sort((a, b) => a - b);
  return {
    type: scale.type,
    codes: all,
    scaleCodes: listed,
    labels: all.map((code) => labelOf(scale, code) ?? null),
    range: range !== undefined && range[1] > range[0] ? range : null,
    transform: transformOf(scale),
    closed: listed.length > 0,
  };
}
