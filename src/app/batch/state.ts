import type { BatchCounts, BatchDialect, BatchStatus } from '../../engine/batch/types';
import { isFields, objectOf } from '../../util/fields';
import { VignetteError } from '../../util/errors';
import type { Files } from '../../workspace/files';
import { readText } from '../../workspace/text';
import type { BatchState } from './types';

/** A file of calls, and the batch that was made of it. */
export interface Shard {
  /** Its name in the run's folder of batches. */
  readonly file: string;
  readonly calls: number;
  readonly bytes: number;
  readonly sha256: string;
  /** `creating`: a batch may exist of which no answer came. */
  readonly state: 'exported' | 'creating' | 'submitted' | 'collected';
  /** The endpoint's id of the uploaded file. */
  readonly upload: string | null;
  readonly batch: string | null;
  readonly status: string | null;
  readonly counts: BatchCounts | null;
  readonly problem: string | null;
}

/** batch.json: what was exported and submitted. */
export interface BatchRecord {
  readonly format: 1;
  readonly dialect: BatchDialect;
  readonly shards: readonly Shard[];
}

export const batchFolder = (run: string): string => `${run}/batch`;
export const shardPath = (run: string, { file }: Pick<Shard, 'file'>): string =>
  `${batchFolder(run)}/${file}`;

const recordPath = (run: string): string => `${batchFolder(run)}/batch.json`;

/** Whole or not at all. */
export async function writeRecord(files: Files, run: string, record: BatchRecord): Promise<void> {
  await files.write(recordPath(run), `${JSON.stringify(record, undefined, 2)}\n`);
}

/**
 * What is known of a run's batches; undefined when nothing was exported.
 * @throws VignetteError `batch/bad-record` for a file that was changed by hand.
 */
export async function readRecord(files: Files, run: string): Promise<BatchRecord | undefined> {
  const path = recordPath(run);
  if ((await files.stat(path)) === undefined) return undefined;
  const found = objectOf(await readText(files, path));
  if (found !== undefined && isRecord(found)) return found as unknown as BatchRecord;
  throw new VignetteError({
    code: 'batch/bad-record',
    message: `${path} cannot be used: it is not what was written.`,
    help: 'Bring it back as it was; without it batches that were submitted cannot be collected.',
    audience: 'usage',
  });
}

/** Takes over what the endpoint says of a batch. */
export function withStatus(shard: Shard, { id, status, counts, problem }: BatchStatus): Shard {
  const state = shard.state === 'collected' ? 'collected' : 'submitted';
  return { ...shard, state, batch: id, status, counts, problem };
}

/** The shards that became batches, as they are reported. */
export function batchesOf(run: string, { shards }: BatchRecord): readonly BatchState[] {
  return shards.flatMap((shard) => {
    const { batch, status, counts, problem, state } = shard;
    if (batch === null) return [];
    const known = counts ?? { total: shard.calls, completed: 0, failed: 0 };
    const file = shardPath(run, shard);
    const collected = state === 'collected';
    return [{ batch, file, status: status ?? 'unknown', counts: known, collected, problem }];
  });
}

function isRecord({ format, dialect, shards }: Readonly<Record<string, unknown>>): boolean {
  const known = format === 1 && (dialect === 'openai' || dialect === 'vllm');
  return known && Array.isArray(shards) && shards.every(isShard);
}

const id = /^[\w.-]{1,200}$/;

/** File names and ids become paths and addresses. */
function isShard(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { file, calls, bytes, sha256, state, upload, batch, status, counts, problem } = value;
  const named = typeof file === 'string' && /^calls-\d{4,9}\.jsonl$/.test(file) && typeof sha256 === 'string';
  const counted = isCount(calls) && isCount(bytes);
  const known = ['exported', 'creating', 'submitted', 'collected'].includes(String(state));
  const ids = [upload, batch].every((text) => text === null || (typeof text === 'string' && id.test(text)));
  const said = [status, problem].every((text) => text === null || typeof text === 'string');
  return named && counted && known && ids && said && (counts === null || isCounts(counts));
}

function isCounts(value: unknown): boolean {
  return isFields(value) && isCount(value.total) && isCount(value.completed) && isCount(value.failed);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
