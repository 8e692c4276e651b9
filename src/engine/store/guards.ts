import type { ModelReply } from '../../simulate/types';
import { isFields, isNumbers } from '../../util/fields';
import { isUsage } from '../../workspace/record';

/** Whether what a cache holds is a reply. */
export function isReply(value: unknown): value is ModelReply {
  if (!isFields(value) || !isUsage(value.usage)) return false;
  if (value.kind === 'text') return typeof value.text === 'string';
  return value.kind === 'options' && isNumbers(value.probabilities) && Number.isFinite(value.mass);
}
