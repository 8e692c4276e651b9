import type { AnswerRecord, AnswerResult, Message, ModelReply, Usage } from '../../simulate/types';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a JSON text that is an object; undefined for every other text. */
export function objectOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isFinite(item));
}

export function isReply(value: unknown): value is ModelReply {
  if (!isFields(value) || !isUsage(value.usage)) return false;
  if (value.kind === 'text') return typeof value.text === 'string';
  return value.kind === 'options' && isNumbers(value.probabilities) && Number.isFinite(value.mass);
}

export function isMessages(value: unknown): value is readonly Message[] {
  return Array.isArray(value) && value.every((item) => isFields(item) && typeof item.content === 'string');
}

/** The record in a line of a journal. JSON has no `undefined`, so fields that may be so may be missing. */
export function recordOf(line: string): AnswerRecord | undefined {
  const value = objectOf(line);
  if (value === undefined) return undefined;
  const named = ['person', 'condition', 'outcome', 'prompt'].every((key) => typeof value[key] === 'string');
  const counted = ['index', 'draw', 'retries'].every((key) => isCount(value[key]));
  const rest =
    Number.isFinite(value.ms) &&
    typeof value.cached === 'boolean' &&
    isUsage(value.usage) &&
    isOptional(value.raw, 'string');
  if (!named || !counted || !rest || !isResult(value.result)) return undefined;
  const record = value as unknown as AnswerRecord;
  return { ...record, raw: record.raw ?? undefined, result: completed(value.result) };
}

function completed(result: AnswerResult): AnswerResult {
  if (result.kind === 'failure') return result;
  return { ...result, probabilities: result.probabilities ?? undefined, mass: result.mass ?? undefined };
}

function isResult(value: unknown): value is AnswerResult {
  if (!isFields(value)) return false;
  if (value.kind === 'failure') return typeof value.reason === 'string' && typeof value.raw === 'string';
  if (value.kind !== 'answer' || !Number.isFinite(value.code)) return false;
  return (value.probabilities == null || isNumbers(value.probabilities)) && isOptional(value.mass, 'number');
}

function isUsage(value: unknown): value is Usage {
  return isFields(value) && isCount(value.in) && isCount(value.out) && isCount(value.cachedIn);
}

function isCount(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) >= 0;
}

function isOptional(value: unknown, type: 'string' | 'number'): boolean {
  return value == null || typeof value === type;
}
