import type { AllocateScale, MultiselectScale, RankScale, Scale } from '../study/types';
import type { AnswerPart } from './types';
import { numberIn } from './values';

/** Scales that are answered with a value for each option. */
export type PartsScale = MultiselectScale | RankScale | AllocateScale;

export function isParts(scale: Scale): scale is PartsScale {
  return scale.type === 'multiselect' || scale.type === 'rank' || scale.type === 'allocate';
}

const marks = new Map([
  ...['1', 'true', 'yes', 'x'].map((text) => [text, 1] as const),
  ...['0', 'false', 'no'].map((text) => [text, 0] as const),
]);

/** Whether a box is ticked: 1 for `1`, `true`, `yes`, `x`, 0 for `0`, `false`, `no`, in any case; undefined for the rest. */
export function markIn(cell: string): 0 | 1 | undefined {
  return marks.get(String(numberIn(cell) ?? cell.trim().toLowerCase()));
}

/**
 * What a filled cell says of its option: ticked or not, the rank from 1, the amount from 0 to the total. Undefined
 * where that is no answer on the scale.
 */
export function partIn(scale: PartsScale, cell: string): number | undefined {
  if (scale.type === 'multiselect') return markIn(cell);
  const value = numberIn(cell);
  if (value === undefined) return undefined;
  if (scale.type === 'allocate') return value >= 0 && value <= scale.total ? value : undefined;
  return Number.isInteger(value) && value >= 1 && value <= scale.options.length ? value : undefined;
}

/** How far amounts may be from the total, as a share of it: survey software rounds them. */
const rounding = 0.005;

/**
 * The answer that the filled options of a row make, in option order; a text says why they make none. An option that
 * is not filled was not ticked, not ranked, or given nothing. Ranks beyond `top` do not count.
 */
export function assembled(
  scale: PartsScale,
  filled: ReadonlyMap<number, number>,
): readonly AnswerPart[] | string {
  const codes = scale.options.map(({ code }) => code);
  if (scale.type === 'rank') return ranking(scale, codes, filled);
  const parts = codes.map((code) => ({ code, value: filled.get(code) ?? 0 }));
  const sum = parts.reduce((total, { value }) => total + value, 0);
  if (scale.type === 'allocate')
    return Math.abs(sum - scale.total) <= rounding * scale.total
      ? parts
      : `amounts that do not add up to ${scale.total}`;
  if (sum < scale.min) return `fewer than ${scale.min} options`;
  return sum > scale.max ? `more than ${scale.max} options` : parts;
}

function ranking(
  { top }: RankScale,
  codes: readonly number[],
  filled: ReadonlyMap<number, number>,
): readonly AnswerPart[] | string {
  const parts = codes.flatMap((code) => {
    const value = filled.get(code);
    return value === undefined || value > top ? [] : [{ code, value }];
  });
  if (new Set(parts.map(({ value }) => value)).size < parts.length) return 'the same rank twice';
  return parts.length < Math.min(top, codes.length) ? 'an incomplete ranking' : parts;
}

/**
 * The codes in a cell that lists them, as `1,3`; separated by commas, semicolons or bars. Undefined where a piece is no
 * code of the scale, or stands twice: a list is only read where it is certain.
 */
export function listIn(scale: MultiselectScale, cell: string): readonly number[] | undefined {
  const codes = cell.split(/[,;|]/).map(numberIn);
  const known = (code: number): boolean => scale.options.some((option) => option.code === code);
  const dontKnow = scale.dontKnow?.code;
  const certain = codes.every((code) => code !== undefined && (known(code) || code === dontKnow));
  return certain && new Set(codes).size === codes.length ? (codes as readonly number[]) : undefined;
}
