import type { MultiselectScale } from '../../study/types';
import type { AnswerResult } from '../types';
import { bareReply, failure, unreadable } from './failure';
import { codesIn, dontKnowAnswer } from './list';

/** What the answer sentence names for no option at all. */
const none = '-';

/** The codes of all options that apply, each once and in any order; a hyphen for none where none is allowed. */
export function parseMultiselect(raw: string, scale: MultiselectScale): AnswerResult {
  const chosen = bareReply(raw) === none ? [] : codesIn(raw);
  if (chosen === undefined) return unreadable(raw);
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined && only === scale.dontKnow?.code) return dontKnowAnswer(only);
  const codes = scale.options.map(({ code }) => code);
  const valid =
    chosen.every((code) => codes.includes(code)) &&
    new Set(chosen).size === chosen.length &&
    chosen.length >= scale.min &&
    chosen.length <= scale.max;
  if (!valid) return failure('out-of-range', raw);
  return { kind: 'several', parts: codes.map((code) => ({ code, value: Number(chosen.includes(code)) })) };
}
