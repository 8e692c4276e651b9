import type { AnswerCache, Clock } from '../simulate/ports';
import type { ModelReply } from '../simulate/types';
import { asVignetteError, type VignetteError } from '../util/errors';
import type { Files } from '../workspace/files';
import { isReply } from './store/guards';
import { makeLineWriter } from './store/lineWriter';
import { readLines } from '../workspace/readLines';

const SHARD = /^\d{4}\.jsonl$/;
/** A shard of this size is finished; what comes goes into the next. */
const SHARD_BYTES = 32 * 1024 * 1024;
const LINE = /^\{"k":"([^"\\]+)","r":(\{.*\})\}$/;

export type OpenCache = AnswerCache & { close(): Promise<void> };

/**
 * Replies that were paid for, by the hash of what was asked, in append-only shards of a folder. Lines of any
 * other shape, and what a killed process left of a line, are passed over. Several processes may append at once.
 * @param onProblem told once when replies can no longer be kept (a full disk); answering goes on without.
 */
export async function openCache(
  files: Files,
  folder: string,
  clock: Clock,
  onProblem: (problem: VignetteError) => void = () => undefined,
): Promise<OpenCache> {
  // The text of a reply is parsed when it is asked for: most of a large cache never is.
  const texts = new Map<string, string>();
  const last = await readShards(files, folder, texts);
  const writer = makeLineWriter(async () => {
    const appender = await files.append(`${folder}/${last.name}`);
    // Ends what a killed process left unfinished, which would swallow the next line.
    if (last.torn) await appender.write('\n');
    return appender;
  }, clock);
  let told = false;

  const survive = (error: unknown): void => {
    if (!told) onProblem(asVignetteError(error));
    told = true;
  };

  return {
    get: (key) => replyOf(texts.get(key)),
    put: async (key, reply) => {
      if (replyOf(texts.get(key)) !== undefined) return;
      const text = JSON.stringify(reply);
      texts.set(key, text);
      const line = `{"k":${JSON.stringify(key)},"r":${text}}`;
      await writer.write(line).catch(survive);
    },
    close: () => writer.close().catch(survive),
  };
}

function replyOf(text: string | undefined): ModelReply | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isReply(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @returns the shard that is written on, and whether its last line has no end. */
async function readShards(
  files: Files,
  folder: string,
  texts: Map<string, string>,
): Promise<{ readonly name: string; readonly torn: boolean }> {
  let last = { name: shardName(1), torn: false };
  for (const name of (await files.list(folder)).filter((file) => SHARD.test(file))) {
    const path = `${folder}/${name}`;
    const size = (await files.stat(path))?.size ?? 0;
    let end = 0;
    for await (const line of readLines(files.stream(path))) {
      const [, key, reply] = LINE.exec(line.text) ?? [];
      if (key !== undefined && reply !== undefined) texts.set(key, reply);
      end = line.end;
    }
    const isFull = size >= SHARD_BYTES;
    last = isFull
      ? { name: shardName(Number.parseInt(name, 10) + 1), torn: false }
      : { name, torn: end < size };
  }
  return last;
}

function shardName(number: number): string {
  return `${String(number).padStart(4, '0')}.jsonl`;
}
