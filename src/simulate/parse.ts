import { acceptsCode } from '../data/scaleCodes';
import type { SingleScale } from '../study/types';
import type { AnswerResult } from './types';

const integer = /^-?(?:0|[1-9]\d*)$/;
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Openings by which models decline; only for the reason that is recorded, never to read an answer. */
const refusal =
  /^(?:i(?:['’]m| am) (?:sorry|unable|not able|not comfortable|just an ai|an ai)|sorry\b|i (?:can(?:no|['’])t|cannot|won['’]t|will not|do not feel comfortable|don['’]t feel comfortable)\b|i must decline|as an? (?:ai|artificial|(?:large )?language model))/i;

/**
 * The answer in a model's reply: one number of the scale with nothing beside it but surrounding space and a final
 * full stop. Numeric scales take steps between their bounds, all others their integer codes. Nothing is clipped or
 * guessed; what is not an answer is a failure with its reason and the raw reply.
 */
export function parseAnswer(text: string, scale: SingleScale): AnswerResult {
  const failure = (reason: 'not-a-number' | 'out-of-range' | 'refusal' | 'empty'): AnswerResult => ({
    kind: 'failure',
    reason,
    raw: text,
  });
  const trimmed = text.trim();
  if (trimmed === '') return failure('empty');
  const bare = trimmed.endsWith('.') ? trimmed.slice(0, -1) : trimmed;
  const form = scale.type === 'numeric' ? decimal : integer;
  if (!form.test(bare)) return failure(refusal.test(trimmed) ? 'refusal' : 'not-a-number');
  const code = Number(bare);
  if (!acceptsCode(scale, code) && scale.dontKnow?.code !== code) return failure('out-of-range');
  return { kind: 'answer', code: code === 0 ? 0 : code, probabilities: undefined, mass: undefined };
}
