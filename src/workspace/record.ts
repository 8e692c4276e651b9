import type { AnswerRecord, AnswerResult, Usage } from '../simulate/types';
import { isFields, isNumbers, objectOf, type Fields } from '../util/fields';

/**
 * Makes a reader of journal lines. Texts and counts that many records share are kept once, so that a hundred thousand
 * records take little memory.
 */
export function recordReader(): (line: string) => AnswerRecord | undefined {
  const texts = new Map<string, string>();
  const shared = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size < mostShared) texts.set(text, text);
    return text;
  };
  let latest = noUsage;
  return (line) => {
    const value = objectOf(line);
    if (value === undefined || !isRecord(value)) return undefined;
    const usage = sameUsage(latest, value.usage) ? latest : usageOf(value.usage);
    latest = usage;
    return {
      index: value.index,
      person: shared(value.person),
      condition: shared(value.condition),
      outcome: shared(value.outcome),
      item: value.item == null ? null : shared(value.item),
      draw: value.draw,
      result: resultOf(value.result),
      raw: value.raw == null ? undefined : shared(value.raw),
      prompt: value.prompt,
      usage,
      ms: value.ms,
      cached: value.cached,
      retries: value.retries,
      ...(value.order == null && value.frame == null && value.profiles == null && value.shown == null
        ? undefined
        : presented(value)),
      ...(value.coding == null ? undefined : { coding: value.coding }),
    };
  };
}

/** The record in one line of a journal. JSON has no `undefined`, so fields that may be so may be missing. */
export function recordOf(line: string): AnswerRecord | undefined {
  return recordReader()(line);
}

/** Distinct texts of which one copy is kept: people, cells and short replies. */
const mostShared = 200_000;

const noUsage: Usage = { in: 0, out: 0, cachedIn: 0 };

function isRecord(value: Fields): value is Fields & AnswerRecord {
  return (
    isCount(value['index']) &&
    typeof value['person'] === 'string' &&
    typeof value['condition'] === 'string' &&
    typeof value['outcome'] === 'string' &&
    typeof value['prompt'] === 'string' &&
    isCount(value['draw']) &&
    isCount(value['retries']) &&
    Number.isFinite(value['ms']) &&
    typeof value['cached'] === 'boolean' &&
    isUsage(value['usage']) &&
    isOptional(value['raw'], 'string') &&
    isOptional(value['item'], 'string') &&
    isResult(value['result']) &&
    isPresented(value) &&
    isCoding(value['coding'])
  );
}

/** What of the task was shown in which way; absent on records of tasks without. */
function isPresented({ order, frame, profiles, shown }: Fields): boolean {
  return (
    (order == null || isNumbers(order)) &&
    (frame == null || isCount(frame)) &&
    (profiles == null || (Array.isArray(profiles) && profiles.every(isTexts))) &&
    (shown == null || isTexts(shown))
  );
}

function presented({ order, frame, profiles, shown }: AnswerRecord): Partial<AnswerRecord> {
  return {
    ...(order == null ? {} : { order }),
    ...(frame == null ? {} : { frame }),
    ...(profiles == null ? {} : { profiles }),
    ...(shown == null ? {} : { shown }),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function sameUsage(a: Usage, b: Usage): boolean {
  return (
    a.in === b.in &&
    a.out === b.out &&
    a.cachedIn === b.cachedIn &&
    a.reasoningOut === b.reasoningOut &&
    a.estimated === b.estimated
  );
}

function usageOf({ in: into, out, cachedIn, reasoningOut, estimated }: Usage): Usage {
  return {
    in: into,
    out,
    cachedIn,
    ...(reasoningOut === undefined ? {} : { reasoningOut }),
    ...(estimated === true ? { estimated } : {}),
  };
}

export function isUsage(value: unknown): value is Usage {
  return (
    isFields(value) &&
    isCount(value['in']) &&
    isCount(value['out']) &&
    isCount(value['cachedIn']) &&
    (value['reasoningOut'] === undefined || isCount(value['reasoningOut'])) &&
    (value['estimated'] === undefined || value['estimated'] === true)
  );
}

function resultOf(result: AnswerResult): AnswerResult {
  if (result.kind === 'answer') {
    const { kind, code, text } = result;
    const [probabilities, mass] = [result.probabilities ?? undefined, result.mass ?? undefined];
    return typeof text === 'string'
      ? { kind, code, probabilities, mass, text }
      : { kind, code, probabilities, mass };
  }
  if (result.kind === 'failure') return { kind: 'failure', reason: result.reason, raw: result.raw };
  return result;
}

function isResult(value: unknown): value is AnswerResult {
  if (!isFields(value)) return false;
  if (value['kind'] === 'failure')
    return typeof value['reason'] === 'string' && typeof value['raw'] === 'string';
  if (value['kind'] === 'words') return typeof value['text'] === 'string';
  if (value['kind'] === 'several') return Array.isArray(value['parts']) && value['parts'].every(isPart);
  if (value['kind'] !== 'answer' || !Number.isFinite(value['code'])) return false;
  const { probabilities, mass } = value;
  return (
    (probabilities == null || isNumbers(probabilities)) &&
    isOptional(mass, 'number') &&
    isOptional(value['text'], 'string')
  );
}

function isCoding(value: unknown): boolean {
  return value == null || (isFields(value) && typeof value['raw'] === 'string' && isCount(value['calls']));
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
