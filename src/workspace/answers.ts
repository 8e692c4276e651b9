import type { AnswerRecord } from '../simulate/types';
import { VignetteError } from '../util/errors';
import type { Files } from './files';
import { readLines } from './readLines';
import { recordOf } from './record';

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
  let number = 0;
  for await (const { text } of readLines(files.stream(path, signal))) {
    number += 1;
    const record = recordOf(text);
    if (record === undefined) throw badLine(path, number);
    if (!records.has(record.index)) records.set(record.index, record);
  }
  return [...records.values()].sort((a, b) => a.index - b.index);
}

function badLine(path: string, number: number): VignetteError {
  return new VignetteError({
    code: 'run/bad-journal',
    message: `Line ${number} of ${path} is not an answer.`,
    help: 'The file was changed by hand; start a new run, which uses the cached answers again.',
    audience: 'usage',
  });
}
