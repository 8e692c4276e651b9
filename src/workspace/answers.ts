import type { AnswerRecord } from '../simulate/types';
import { VignetteError } from '../util/errors';
import type { Files } from './files';
import { scanLines } from './readLines';
import { recordReader } from './record';

/**
 * The answers of a run in plan order, read without touching its journal; the first record of an index counts.
 * Empty when there are none. A last line that was cut off is left out.
 * @param planned how many answers the run has in all: where they are all there, a damaged line does no harm.
 * @throws VignetteError `run/bad-journal` naming the line that cannot be read.
 */
export async function readAnswers(
  files: Files,
  runFolder: string,
  planned: number,
  signal?: AbortSignal,
): Promise<readonly AnswerRecord[]> {
  const path = `${runFolder}/answers.jsonl`;
  if ((await files.stat(path)) === undefined) return [];
  const records = new Map<number, AnswerRecord>();
  const recordOf = recordReader();
  const decoder = new TextDecoder();
  let number = 0;
  let damaged: number | undefined;
  await scanLines(files.stream(path, signal), (bytes) => {
    number += 1;
    const record = recordOf(decoder.decode(bytes));
    if (record === undefined) damaged ??= number;
    else if (!records.has(record.index)) records.set(record.index, record);
  });
  if (damaged !== undefined && records.size !== planned) throw badLine(path, damaged);
  return [...records.values()].sort((a, b) => a.index - b.index);
}

function badLine(path: string, number: number): VignetteError {
  return new VignetteError({
    code: 'run/bad-journal',
    message: `Line ${number} of ${path} is not an answer.`,
    help: 'Resume the run: that answer is taken again, from the cache where it was kept.',
    audience: 'usage',
  });
}
