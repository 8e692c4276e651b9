import { objectOf } from '../../util/fields';
import { sha256Hex } from '../../util/hash';
import { VignetteError } from '../../util/errors';
import type { Files } from '../../workspace/files';
import { readText } from '../../workspace/text';
import { batchFolder, shardPath, type Shard } from './state';

/** Batch engines take 50,000 lines and 200 MB in a file; smaller files are read and sent with less memory. */
export const shardLimits = { calls: 50_000, bytes: 64 * 1024 * 1024 };

/** Writes lines into as many files as they need. */
export interface ShardWriter {
  add(line: string): Promise<void>;
  /** The files with everything that was added. */
  end(): Promise<readonly Shard[]>;
}

const encoder = new TextEncoder();

/** @param first the number of the first file; files of these names are written over. */
export function shardWriter(
  files: Files,
  run: string,
  first: number,
  limits: typeof shardLimits = shardLimits,
): ShardWriter {
  const made: Shard[] = [];
  let lines: string[] = [];
  let bytes = 0;

  async function close(): Promise<void> {
    if (lines.length === 0) return;
    const file = `calls-${String(first + made.length).padStart(4, '0')}.jsonl`;
    const text = lines.join('');
    await files.write(`${batchFolder(run)}/${file}`, text);
    made.push({ ...fresh, file, calls: lines.length, bytes, sha256: sha256Hex(text) });
    lines = [];
    bytes = 0;
  }

  return {
    add: async (line) => {
      const size = encoder.encode(line).length + 1;
      if (lines.length === limits.calls || bytes + size > limits.bytes) await close();
      lines.push(`${line}\n`);
      bytes += size;
    },
    end: async () => {
      await close();
      return made;
    },
  };
}

const fresh = {
  state: 'exported',
  upload: null,
  batch: null,
  status: null,
  counts: null,
  problem: null,
} as const;

/**
 * The text of a file of calls and the ids of its lines.
 * @throws VignetteError `batch/changed` when it is not as it was written.
 */
export async function readShard(
  files: Files,
  run: string,
  shard: Shard,
): Promise<{ readonly text: string; readonly ids: readonly string[] }> {
  const path = shardPath(run, shard);
  const text = (await files.stat(path)) === undefined ? '' : await readText(files, path, shard.bytes + 1);
  if (sha256Hex(text) !== shard.sha256) throw changed(path);
  const ids = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(objectOf(line)?.custom_id));
  return { text, ids };
}

function changed(path: string): VignetteError {
  return new VignetteError({
    code: 'batch/changed',
    message: `${path} is not as it was exported.`,
    help: 'Export again: vignette batch export RUN.',
    audience: 'usage',
  });
}
