import type { AnswerRecord, AnswerResult, Usage } from '../simulate/types';
import { isFields, isNumbers, objectOf } from '../util/fields';

/** The record in a line of a journal. JSON has no `undefined`, so fields that may be so may be missing. */
export function recordOf(line: string): AnswerRecord | undefined {
  const value = objectOf(line);
  if (value === undefined) return undefined;
  const named = ['person', 'condition', 'outcome', 'prompt'].every((key) => typeof value[key] === 'string');
  const counted = ['index', 'draw', 'retries'].every((key) => isCount(value[key]));
  const rest =
    Number.isFinite(value['ms']) &&
    typeof value['cached'] === 'boolean' &&
    isUsage(value['usage']) &&
    isOptional(value['raw'], 'string') &&
    isOptional(value['item'], 'string');
  if (!named || !counted || !rest || !isResult(value['result'])) return undefined;
  const record = value as unknown as AnswerRecord;
  return {
    ...record,
    item: record.item ?? null,
    raw: record.raw ?? undefined,
    result: completed(value['result']),
  };
}

export function isUsage(value: unknown): value is Usage {
  if (!isFields(value)) return false;
  const { reasoningOut, estimated } = value;
  const counted = isCount(value['in']) && isCount(value['out']) && isCount(value['cachedIn']);
  return counted && (reasoningOut === undefined || isCount(reasoningOut)) && estimated !== false;
}

function completed(result: AnswerResult): AnswerResult {
  if (result.kind !== 'answer') return result;
  return { ...result, probabilities: result.probabilities ?? undefined, mass: result.mass ?? undefined };
}

function isResult(value: unknown): value is AnswerResult {
  if (!isFields(value)) return false;
  if (value['kind'] === 'failure')
    return typeof value['reason'] === 'string' && typeof value['raw'] === 'string';
  if (value['kind'] === 'words') return typeof value['text'] === 'string';
  if (value['kind'] === 'several') return Array.isArray(value['parts']) && value['parts'].every(isPart);
  if (value['kind'] !== 'answer' || !Number.isFinite(value['code'])) return false;
  const { probabilities, mass } = value;
  return (probabilities == null || isNumbers(probabilities)) && isOptional(mass, 'number');
}

function isPart(value: unknown): boolean {
  return isFields(value) && Number.isFinite(value['code']) && Number.isFinite(value['value']);
}

function isCount(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) >= 0;
}

function isOptional(value: unknown, type: 'string' | 'number'): boolean {
  return value == null || typeof value === type;
}
