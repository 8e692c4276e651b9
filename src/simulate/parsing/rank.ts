import type { RankScale } from '../../study/types';
import type { AnswerResult } from '../types';
import { failure, unreadable } from './failure';
import { codesIn, dontKnowAnswer } from './list';

/** The first `top` codes in order, none twice; the parts are the ranks, from 1, of the options that were named. */
export function parseRank(raw: string, { options, top, dontKnow }: RankScale): AnswerResult {
  const order = codesIn(raw);
  if (order === undefined) return unreadable(raw);
  const [only] = order;
  if (order.length === 1 && only !== undefined && only === dontKnow?.code) return dontKnowAnswer(only);
  const codes = options.map(({ code }) => code);
  const valid =
    order.length === Math.min(top, codes.length) &&
    order.every((code) => codes.includes(code)) &&
    new Set(order).size === order.length;
  if (!valid) return failure('out-of-range', raw);
  const ranked = codes.filter((code) => order.includes(code));
  return { kind: 'several', parts: ranked.map((code) => ({ code, value: order.indexOf(code) + 1 })) };
}
