import type { BatchServer } from '../../engine/batch/types';
import { throwIfAborted } from '../../util/abort';
import { asVignetteError, type VignetteError } from '../../util/errors';
import type { Report, Services, Signals } from '../services';
import type { Intake } from './ingest';
import type { BatchRun } from './open';
import { withStatus, writeRecord, type BatchRecord, type Shard } from './state';

/** What is to be collected. */
export interface Work {
  readonly batch: BatchRun;
  readonly record: BatchRecord;
  /** Outputs to read instead of the endpoint's. */
  readonly files: readonly string[];
}

export interface FromEndpoint {
  readonly record: BatchRecord;
  /** A batch, or a file of it, is no longer there; those after it were read. */
  readonly gone: VignetteError | undefined;
}

/** A batch is noted as collected once all its replies are kept. Where files are given the endpoint is left alone. */
export async function fromEndpoint(
  services: Services,
  { batch, record: before, files }: Work,
  intake: Intake,
  signals: Signals,
  report: Report,
): Promise<FromEndpoint> {
  let record = before;
  let gone: VignetteError | undefined;
  const isWaiting = ({ state, batch: id }: Shard): boolean => state === 'submitted' && id !== null;
  if (files.length > 0 || !before.shards.some(isWaiting)) return { record, gone };
  const server = await services.batches.connect(batch.entry);
  try {
    for (const [place, shard] of before.shards.entries()) {
      if (!isWaiting(shard)) continue;
      throwIfAborted(signals.stop);
      try {
        const next = await fromBatch({ server, batch, intake }, shard, signals.stop, report);
        record = { ...record, shards: record.shards.map((other, i) => (i === place ? next : other)) };
        await writeRecord(services.files, batch.run.folder, record);
      } catch (error) {
        const problem = asVignetteError(error);
        if (problem.code !== 'batch/not-offered') throw error;
        gone ??= problem;
      }
    }
  } finally {
    await server.close();
  }
  return { record, gone };
}

interface Reading {
  readonly server: BatchServer;
  readonly batch: BatchRun;
  readonly intake: Intake;
}

/** @returns the shard as it stands now. */
async function fromBatch(
  { server, batch, intake }: Reading,
  shard: Shard,
  signal: AbortSignal,
  report: Report,
): Promise<Shard> {
  const status = await server.status(shard.batch ?? '', signal);
  const known = withStatus(shard, status);
  if (!status.ended) return known;
  report.status(`Collecting ${shard.file}, ${status.counts.completed} replies.`);
  for (const file of status.files)
    for await (const line of server.lines(file, signal)) await intake.take(line);
  batch.requireKept();
  return { ...known, state: 'collected' };
}
