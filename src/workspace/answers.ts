import type { AnswerRecord } from '../simulate/types';
import { VignetteError } from '../util/errors';
import type { Files } from './files';

/**
 * The answers of a run in plan order, read without touching its journal; the first record of an index counts.
 * Empty when there are none. A last line that was cut off is left out.
 * @throws VignetteError `run/bad-journal` naming the line that cannot be read.
 */
export async function readAnswers(
  files: Files,
  runFolder: string,
  signal?: AbortSignal,
): Promise<readonly AnswerRecord[]> {
  const path = `${runFolder}/answers.jsonl`;
  if ((await files.stat(path)) === undefined) return [];
  const records = new Map<number, AnswerRecord>();
  for await (const { line, number, whole } of lines(files.stream(path, signal))) {
    const record = recordOf(line);
    if (record !== undefined) {
      if (!records.has(record.index)) records.set(record.index, record);
    } else if (whole && line.trim() !== '') throw badLine(path, number);
  }
  return [...records.values()].sort((a, b) => a.index - b.index);
}

async function* lines(
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<{ line: string; number: number; whole: boolean }> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let number = 0;
  for await (const piece of pieces) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) yield { line, number: (number += 1), whole: true };
  }
  if (rest !== '') yield { line: rest, number: number + 1, whole: false };
}

function recordOf(line: string): AnswerRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is AnswerRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<AnswerRecord>;
  return (
    Number.isInteger(record.index) &&
    typeof record.person === 'string' &&
    typeof record.condition === 'string' &&
    typeof record.outcome === 'string' &&
    typeof record.draw === 'number' &&
    isResult(record.result)
  );
}

function isResult(result: AnswerRecord['result'] | undefined): boolean {
  if (typeof result !== 'object') return false;
  return result.kind === 'answer' ? Number.isInteger(result.code) : typeof result.reason === 'string';
}

function badLine(path: string, number: number): VignetteError {
  return new VignetteError({
    code: 'run/bad-journal',
    message: `Line ${number} of ${path} is not an answer.`,
    help: 'The file was changed by hand; start a new run, which uses the cached answers again.',
    audience: 'usage',
  });
}
