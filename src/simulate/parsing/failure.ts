import type { AnswerResult } from '../types';

export type Failure = Extract<AnswerResult, { kind: 'failure' }>;

export function failure(reason: Failure['reason'], raw: string): Failure {
  return { kind: 'failure', reason, raw };
}

/** Openings by which models decline; only for the reason that is recorded, never to read an answer. */
const refusal =
  /^(?:i(?:['’]m| am) (?:sorry|unable|not able|not comfortable|just an ai|an ai)|sorry\b|i (?:can(?:no|['’])t|cannot|won['’]t|will not|do not feel comfortable|don['’]t feel comfortable)\b|i must decline|as an? (?:ai|artificial|(?:large )?language model))/i;

/** The failure of a reply that is nothing of what was asked for. */
export function unreadable(raw: string): Failure {
  return failure(refusal.test(raw.trim()) ? 'refusal' : 'not-a-number', raw);
}

/** A reply without surrounding space and without a final full stop. */
export function bareReply(raw: string): string {
  const trimmed = raw.trim();
  return trimmed.endsWith('.') ? trimmed.slice(0, -1) : trimmed;
}
