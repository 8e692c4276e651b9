import type { AllocateScale } from '../../study/types';
import type { AnswerResult } from '../types';
import { failure, unreadable } from './failure';
import { amountsIn, dontKnowAnswer } from './list';

/** What adding decimals in binary leaves behind, as a share of the total. */
const rounding = 1e-9;

/**
 * One amount for each option, in the order in which the options were shown, that add up to the total.
 * @param order the codes as they were shown.
 */
export function parseAllocate(
  raw: string,
  { options, total, dontKnow }: AllocateScale,
  order: readonly number[] = options.map(({ code }) => code),
): AnswerResult {
  const amounts = amountsIn(raw);
  if (amounts === undefined) return unreadable(raw);
  const [only] = amounts;
  if (amounts.length === 1 && only !== undefined && only === dontKnow?.code) return dontKnowAnswer(only);
  const sum = amounts.reduce((so, value) => so + value, 0);
  if (amounts.length !== options.length || !(Math.abs(sum - total) <= rounding * total))
    return failure('out-of-range', raw);
  const parts = options.map(({ code }) => ({ code, value: amounts[order.indexOf(code)] ?? 0 }));
  return { kind: 'several', parts };
}
