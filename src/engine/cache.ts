import type { AnswerCache, Clock } from '../simulate/ports';
import type { ModelReply } from '../simulate/types';
import { asVignetteError, type VignetteError } from '../util/errors';
import type { Files } from '../workspace/files';
import { isReply } from './store/guards';
import { makeLineWriter, type LineWriter } from './store/lineWriter';
import { readLines } from './store/readLines';

const SHARD = /^[0-9a-f]\.jsonl$/;
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
  const torn = await readShards(files, folder, texts);
  const writers = new Map<string, LineWriter>();
  let told = false;

  const writerOf = (shard: string): LineWriter => {
    const known = writers.get(shard);
    if (known !== undefined) return known;
    const writer = makeLineWriter(async () => {
      const appender = await files.append(`${folder}/${shard}`);
      // Ends what another process left unfinished, which would swallow the next line.
      if (torn.has(shard)) await appender.write('\n');
      return appender;
    }, clock);
    writers.set(shard, writer);
    return writer;
  };

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
      await writerOf(shardOf(key)).write(line).catch(survive);
    },
    close: async () => {
      for (const writer of writers.values()) await writer.close().catch(survive);
    },
  };
}

function shardOf(key: string): string {
  const first = key.charAt(0);
  return `${/[0-9a-f]/.test(first) ? first : '0'}.jsonl`;
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

/** @returns the shards whose last line has no end. */
async function readShards(files: Files, folder: string, texts: Map<string, string>): Promise<Set<string>> {
  const torn = new Set<string>();
  for (const name of (await files.list(folder)).filter((file) => SHARD.test(file))) {
    const path = `${folder}/${name}`;
    const size = (await files.stat(path))?.size ?? 0;
    let end = 0;
    for await (const line of readLines(files.stream(path))) {
      const [, key, reply] = LINE.exec(line.text) ?? [];
      if (key !== undefined && reply !== undefined) texts.set(key, reply);
      end = line.end;
    }
    if (end < size) torn.add(name);
  }
  return torn;
}
