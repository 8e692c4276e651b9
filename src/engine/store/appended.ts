import type { Clock } from '../../simulate/ports';
import type { Files } from '../../workspace/files';
import { makeLineWriter, type LineWriter } from './lineWriter';
import { shardName, type Seen, type Shards } from './shards';

/** A shard of this size is finished; what comes goes into the next. */
const SHARD_BYTES = 32 * 1024 * 1024;

/** Replies of this process that are held in memory before they are looked up on the disk like all others. */
const mostRecent = 10_000;

/** What this process appends to the cache. */
export interface Appended {
  /** The text of a reply that is still in memory. */
  find(key: string): string | undefined;
  /** Never rejects: what cannot be written stays in memory for a while. */
  add(key: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** @param onProblem told each time something could not be written. */
export function makeAppended(
  { files, folder, clock }: { readonly files: Files; readonly folder: string; readonly clock: Clock },
  { shards, last }: { readonly shards: Shards; readonly last: Seen },
  onProblem: (error: unknown) => void,
): Appended {
  let recent = new Map<string, string>();
  /** On its way out of memory; kept where the disk takes nothing any more. */
  let older = new Map<string, string>();
  let broken = false;
  let settling: Promise<void> | undefined;
  let shard = last;
  let writer = writerOf(last);

  function writerOf(seen: Seen): LineWriter {
    const isFull = seen.size >= SHARD_BYTES;
    shard = isFull ? { name: nextName(seen.name), size: 0, torn: false } : seen;
    const { name, torn } = shard;
    return makeLineWriter(async () => {
      const appender = await files.append(`${folder}/${name}`);
      // Ends what a killed process left unfinished, which would swallow the next line.
      if (torn) await appender.write('\n');
      return appender;
    }, clock);
  }

  const survive = (error: unknown): void => {
    broken = true;
    onProblem(error);
  };

  /** Lets go of replies that are on the disk by now, and begins a new shard when this one is full. */
  async function settle(): Promise<void> {
    older = recent;
    recent = new Map();
    if (broken) return;
    const seen = await shards.look(shard.name);
    for (const [key, text] of older) if (shards.find(key) === undefined) recent.set(key, text);
    older = new Map();
    if (seen.size < SHARD_BYTES) return;
    const full = writer;
    writer = writerOf(seen);
    await full.close();
    await shards.look(seen.name);
  }

  return {
    find: (key) => recent.get(key) ?? older.get(key),
    add: async (key, text) => {
      recent.set(key, text);
      await writer.write(`{"k":${JSON.stringify(key)},"r":${text}}`).catch(survive);
      if (recent.size < mostRecent) return;
      settling ??= settle()
        .catch(survive)
        .finally(() => (settling = undefined));
      await settling;
    },
    close: async () => {
      await settling;
      await writer.close().catch(survive);
    },
  };
}

function nextName(name: string): string {
  return shardName(Number.parseInt(name, 10) + 1);
}
