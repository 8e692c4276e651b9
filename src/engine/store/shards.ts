import type { Files, Reader } from '../../workspace/files';
import { scanLines } from '../../workspace/readLines';
import { fingerprint, makeKeyIndex, type Place } from './keyIndex';

const NAME = /^\d{4,}\.jsonl$/;
const BEFORE_KEY = Buffer.from('{"k":"');
const BEFORE_REPLY = Buffer.from('","r":{');
const AFTER_REPLY = Buffer.from('}}');
const QUOTE = 34;

/** Pieces in which shards are read, and how many of them are kept: lines that follow one another are asked for so. */
const BLOCK = 64 * 1024;
const mostBlocks = 64;

/** The shard files of a cache, and where in them the reply of a key lies; the replies stay on the disk. */
export interface Shards {
  /** The JSON text of the reply; undefined where there is none. */
  find(key: string): string | undefined;
  /** Reads what was appended to a shard since it was last looked at, by whatever process. */
  look(name: string): Promise<Seen>;
  close(): void;
}

/** How far a shard was read. */
export interface Seen {
  readonly name: string;
  readonly size: number;
  /** Its last line has no end. */
  readonly torn: boolean;
}

/** @returns the shards, and the last of them. */
export async function openShards(
  files: Files,
  folder: string,
): Promise<{ readonly shards: Shards; readonly last: Seen }> {
  const names: string[] = [];
  const readers: Reader[] = [];
  const ends: number[] = [];
  const index = makeKeyIndex();
  const blocks = new Map<string, Uint8Array>();

  async function look(name: string): Promise<Seen> {
    const path = `${folder}/${name}`;
    const shard = names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
    readers[shard] ??= files.reader(path);
    const size = (await files.stat(path))?.size ?? 0;
    const seen = ends[shard] ?? 0;
    if (size <= seen) return { name, size, torn: false };
    const end = await scanLines(files.stream(path, undefined, seen), (bytes, begin) => {
      const key = keyIn(bytes);
      if (key !== undefined) index.add(fingerprint(key), { shard, from: seen + begin, bytes: bytes.length });
    });
    ends[shard] = seen + end;
    return { name, size, torn: seen + end < size };
  }

  function block(shard: number, number: number): Uint8Array {
    const id = `${shard} ${number}`;
    const known = blocks.get(id);
    // A block at the end of a shard that is written on may have grown.
    if (known?.length === BLOCK) return known;
    const read = readers[shard]?.read(number * BLOCK, BLOCK) ?? new Uint8Array();
    const [oldest] = blocks.keys();
    if (blocks.size >= mostBlocks && oldest !== undefined) blocks.delete(oldest);
    blocks.set(id, read);
    return read;
  }

  function lineAt({ shard, from, bytes }: Place): Uint8Array {
    const [first, last] = [Math.floor(from / BLOCK), Math.floor((from + bytes) / BLOCK)];
    if (first !== last) return readers[shard]?.read(from, bytes) ?? new Uint8Array();
    return block(shard, first).subarray(from - first * BLOCK, from - first * BLOCK + bytes);
  }

  let last: Seen = { name: shardName(1), size: 0, torn: false };
  for (const name of (await files.list(folder)).filter((each) => NAME.test(each))) last = await look(name);
  return {
    last,
    shards: {
      look,
      find: (key) => {
        const place = index.find(fingerprint(key));
        const line = place && textOf(lineAt(place));
        const start = `{"k":"${key}","r":`;
        return line?.startsWith(start) === true ? line.slice(start.length, -1) : undefined;
      },
      close: () => {
        for (const reader of readers) reader.close();
      },
    },
  };
}

export function shardName(number: number): string {
  return `${String(number).padStart(4, '0')}.jsonl`;
}

/** The key of a line of ours, without reading the reply; undefined for every other line. */
function keyIn(line: Uint8Array): Uint8Array | undefined {
  if (!holds(line, 0, BEFORE_KEY) || !holds(line, line.length - AFTER_REPLY.length, AFTER_REPLY))
    return undefined;
  const end = line.indexOf(QUOTE, BEFORE_KEY.length);
  return holds(line, end, BEFORE_REPLY) ? line.subarray(BEFORE_KEY.length, end) : undefined;
}

function holds(line: Uint8Array, at: number, what: Uint8Array): boolean {
  return at >= 0 && what.every((byte, i) => line[at + i] === byte);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
