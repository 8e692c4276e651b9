import type { Scale } from '../../study/types';
import type { AnswerResult } from '../types';
import { parseAllocate } from './allocate';
import { failure } from './failure';
import { parseMultiselect } from './multiselect';
import { parseChoice, parseNumber } from './number';
import { parseRank } from './rank';
import { parseText } from './text';

/**
 * The answer in a model's reply, in exactly the form that the answer sentence of the scale asks for: a number, numbers
 * with commas between, or words. Surrounding space and a final full stop are accepted and nothing else. Nothing is
 * clipped or guessed; what is not an answer is a failure with its reason and the raw reply.
 * @param order the codes in the order in which the options were shown, where it is not that of the scale.
 */
export function parseAnswer(raw: string, scale: Scale, order?: readonly number[]): AnswerResult {
  if (raw.trim() === '') return failure('empty', raw);
  switch (scale.type) {
    case 'multiselect':
      return parseMultiselect(raw, scale);
    case 'rank':
      return parseRank(raw, scale);
    case 'allocate':
      return parseAllocate(raw, scale, order);
    case 'choice':
      return parseChoice(raw, scale);
    case 'text':
      return parseText(raw, scale);
    default:
      return parseNumber(raw, scale);
  }
}
