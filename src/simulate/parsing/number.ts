import { acceptsCode } from '../../data/scaleCodes';
import type { ChoiceScale, SingleScale } from '../../study/types';
import type { AnswerResult } from '../types';
import { bareReply, failure, unreadable } from './failure';

const integer = /^-?(?:0|[1-9]\d*)$/;
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** One number: steps between the bounds of a numeric scale, the integer codes of all others. */
export function parseNumber(raw: string, scale: SingleScale): AnswerResult {
  const code = numberIn(raw, scale.type === 'numeric' ? decimal : integer);
  if (code === undefined) return unreadable(raw);
  const known = acceptsCode(scale, code) || scale.dontKnow?.code === code;
  return known ? answered(code) : failure('out-of-range', raw);
}

/** The number of the alternative that is chosen, from 1. */
export function parseChoice(raw: string, { alternatives }: ChoiceScale): AnswerResult {
  const code = numberIn(raw, integer);
  if (code === undefined) return unreadable(raw);
  return code >= 1 && code <= alternatives ? answered(code) : failure('out-of-range', raw);
}

function numberIn(raw: string, form: RegExp): number | undefined {
  const bare = bareReply(raw);
  return form.test(bare) ? Number(bare) : undefined;
}

function answered(code: number): AnswerResult {
  return { kind: 'answer', code: code === 0 ? 0 : code, probabilities: undefined, mass: undefined };
}
