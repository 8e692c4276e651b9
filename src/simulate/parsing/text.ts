import type { TextScale } from '../../study/types';
import type { AnswerResult } from '../types';
import { failure } from './failure';

/** Any words at all, without the space around them; more than the scale allows are no answer, and nothing is cut off. */
export function parseText(raw: string, { maxWords }: TextScale): AnswerResult {
  const text = raw.trim();
  if (maxWords !== undefined && text.split(/\s+/).length > maxWords) return failure('out-of-range', raw);
  return { kind: 'words', text };
}
