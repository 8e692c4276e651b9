import type { AnswerRecord } from '../simulate/types';
import { VignetteError } from '../util/errors';
import type { Files } from './files';
import { scanLines } from './readLines';
import { recordReader } from './record';

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
  const recordOf = recordReader();
  const decoder = new TextDecoder();
  let number = 0;
  await scanLines(files.stream(path, signal), (bytes) => {
    number += 1;
    const record = recordOf(decoder.decode(bytes));
    if (record === undefined) throw badLine(path, number);
    if (!records.has(record.index)) records.set(record.index, record);
  });
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
