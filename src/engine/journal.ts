import type { Clock, Journal } from '../simulate/ports';
import type { AnswerRecord } from '../simulate/types';
import { VignetteError } from '../util/errors';
import type { Files } from '../workspace/files';
import { recordReader } from '../workspace/record';
import { makeLineWriter } from './store/lineWriter';
import { scanLines } from '../workspace/readLines';

/**
 * The record of one run in its folder: answers.jsonl, one line an answer, and prompts.jsonl, each distinct
 * prompt once. A last line that was cut off is taken away; of two lines for one answer the first counts.
 * @throws VignetteError `run/locked` while another process writes here.
 */
export async function openJournal(files: Files, folder: string, clock: Clock): Promise<Journal> {
  const unlock = await lockRun(files, folder);
  try {
    const done = await readAnswers(files, `${folder}/answers.jsonl`);
    const prompts = await readPromptHashes(files, `${folder}/prompts.jsonl`);
    return journalOver(files, folder, clock, { done, prompts, unlock });
  } catch (error) {
    await unlock();
    throw error;
  }
}

function journalOver(
  files: Files,
  folder: string,
  clock: Clock,
  found: {
    readonly done: Map<number, AnswerRecord>;
    readonly prompts: Set<string>;
    readonly unlock: () => Promise<void>;
  },
): Journal {
  const answers = makeLineWriter(() => files.append(`${folder}/answers.jsonl`), clock);
  const prompts = makeLineWriter(() => files.append(`${folder}/prompts.jsonl`), clock);
  const written = new Set(found.done.keys());
  return {
    done: found.done,
    append: async (record) => {
      if (written.has(record.index)) return;
      written.add(record.index);
      await answers.write(JSON.stringify(record));
    },
    prompt: async (hash, messages) => {
      if (found.prompts.has(hash)) return;
      found.prompts.add(hash);
      await prompts.write(JSON.stringify({ hash, messages }));
    },
    close: async () => {
      try {
        await prompts.close();
        await answers.close();
      } finally {
        await found.unlock();
      }
    },
  };
}

async function lockRun(files: Files, folder: string): Promise<() => Promise<void>> {
  try {
    return await files.lock(`${folder}/lock`);
  } catch (error) {
    if (!(error instanceof VignetteError) || error.code !== 'file/locked') throw error;
    throw new VignetteError({
      code: 'run/locked',
      message: `Another process writes this run. ${error.message}`,
      help: 'Wait until it ends or stop it; then resume the run.',
      audience: 'usage',
      cause: error,
    });
  }
}

async function readAnswers(files: Files, path: string): Promise<Map<number, AnswerRecord>> {
  const done = new Map<number, AnswerRecord>();
  const recordOf = recordReader();
  await readJournalLines(files, path, (line) => {
    const record = recordOf(line);
    if (record !== undefined && !done.has(record.index)) done.set(record.index, record);
  });
  return done;
}

async function readPromptHashes(files: Files, path: string): Promise<Set<string>> {
  const hashes = new Set<string>();
  await readJournalLines(files, path, (line) => {
    const hash = /^\{"hash":"([^"\\]+)","messages":\[.*\]\}$/.exec(line)?.[1];
    if (hash !== undefined) hashes.add(hash);
  });
  return hashes;
}

/** Reads the finished lines and cuts the file after the last of them. */
async function readJournalLines(files: Files, path: string, onLine: (line: string) => void): Promise<void> {
  const stat = await files.stat(path);
  if (stat === undefined) return;
  const decoder = new TextDecoder();
  const end = await scanLines(files.stream(path), (bytes) => onLine(decoder.decode(bytes)));
  if (end < stat.size) await files.truncate(path, end);
}
