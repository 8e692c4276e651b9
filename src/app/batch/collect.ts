import type { OpenCall } from '../../simulate/batch/walk';
import { readLines } from '../../workspace/readLines';
import { readManifest, writeManifest } from '../../workspace/manifest';
import { resolvePath } from '../../workspace/paths';
import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import { execute } from '../runs/execute';
import { reopenRun, type ReopenedRun } from '../runs/reopenRun';
import type { Report, Services, Signals } from '../services';
import type { SimulateResult } from '../types';
import { fromEndpoint, type Work } from './fromEndpoint';
import { makeIntake, problemsOf, type FailedCall, type Intake } from './ingest';
import { endpointOf, settle, withBatchRun, type BatchRun } from './open';
import { batchesOf, batchFolder, readRecord, type BatchRecord } from './state';
import type { BatchCollectOptions, BatchCollectResult, LineCounts } from './types';
import { waitForBatches } from './wait';

/**
 * Reads what batches brought into cache and journal, and finishes the run when nothing is missing: with the results
 * file that asking call by call would have given. Collecting again adds nothing; what failed stays open for an export.
 * @throws VignetteError `batch/nothing-exported`, `file/missing`, `run/locked`, those of the endpoint and of the disk;
 * what was read is kept.
 */
export async function batchCollect(
  services: Services,
  options: BatchCollectOptions,
  signals: Signals,
  report: Report,
): Promise<BatchCollectResult> {
  const reopened = await reopenRun(services, options, signals.stop);
  const { folder, manifest } = reopened.run;
  const record = await readRecord(services.files, folder);
  if (record === undefined) throw notExported(manifest.id);
  if (options.wait ?? false) await wait(services, reopened, record, signals, report);
  const collected = await withBatchRun(services, reopened, record.dialect, (batch) =>
    collect(services, { batch, record, files: options.files ?? [] }, signals, report),
  );
  const result = await finishRun(services, reopened, collected, signals, report);
  const { lines, failures, open } = collected;
  return {
    ...result,
    batches: batchesOf(folder, collected.record),
    lines,
    open,
    problems: problemsOf(failures),
  };
}

async function wait(
  services: Services,
  { run }: ReopenedRun,
  record: BatchRecord,
  signals: Signals,
  report: Report,
): Promise<void> {
  const server = await services.batches.connect(endpointOf(run.manifest.entry));
  try {
    await waitForBatches(services, server, record, signals, report);
  } finally {
    await server.close();
  }
}

interface Collected {
  readonly record: BatchRecord;
  readonly lines: LineCounts;
  readonly failures: readonly FailedCall[];
  /** Calls whose reply is missing. */
  readonly open: number;
}

async function collect(services: Services, work: Work, signals: Signals, report: Report): Promise<Collected> {
  const { batch } = work;
  report.status('Looking for what is missing.');
  const first = await settle(services, batch, signals.stop);
  const intake = makeIntake(batch, first);
  const { record, gone } = await fromEndpoint(services, work, intake, signals, report);
  await fromFiles(services, work.files, intake, signals.stop);
  batch.requireKept();
  let open = intake.counts().collected === 0 ? first : await settle(services, batch, signals.stop);
  let lines = intake.counts();
  const failures = [...intake.failures()];
  // Replies to retries are wanted only once the first replies are read: the same files may hold them.
  while (work.files.length > 0 && lines.unknown > 0 && open.size > 0) {
    const more = await again(services, work, open, signals.stop);
    if (more.collected === 0) break;
    batch.requireKept();
    const { collected, unknown } = lines;
    lines = { ...lines, collected: collected + more.collected, unknown: unknown - more.collected };
    open = await settle(services, batch, signals.stop);
  }
  await writeFailures(services, batch, failures);
  if (gone !== undefined) throw gone;
  return { record, lines, failures, open: open.size };
}

async function again(
  services: Services,
  { batch, files }: { readonly batch: BatchRun; readonly files: readonly string[] },
  open: ReadonlyMap<string, OpenCall>,
  signal: AbortSignal,
): Promise<LineCounts> {
  const intake = makeIntake(batch, open);
  await fromFiles(services, files, intake, signal);
  return intake.counts();
}

async function fromFiles(
  services: Services,
  files: readonly string[],
  intake: Intake,
  signal: AbortSignal,
): Promise<void> {
  for (const file of files) {
    const path = resolvePath(services.cwd, file);
    for await (const text of readLines(withLastLine(services.files.stream(path, signal)))) {
      throwIfAborted(signal);
      await intake.take(text);
    }
  }
}

/** The last line of a finished file may have no end. */
async function* withLastLine(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* pieces;
  yield new Uint8Array([10]);
}

/** What could not be answered, for people; an export asks these calls again. */
async function writeFailures(
  { files }: Services,
  { run }: BatchRun,
  failures: readonly FailedCall[],
): Promise<void> {
  if (failures.length === 0) return;
  const lines = failures.map(
    ({ id, status, message }) => `${JSON.stringify({ custom_id: id, status, message })}\n`,
  );
  await files.write(`${batchFolder(run.folder)}/failures.jsonl`, lines.join(''));
}

/** Finishes a complete run as any other is finished, and says of one that is not what it waits for. */
async function finishRun(
  services: Services,
  { run, root, plan, inputs }: ReopenedRun,
  { record, open }: Collected,
  signals: Signals,
  report: Report,
): Promise<SimulateResult> {
  const manifest = await readManifest(services.files, run.folder);
  const work = { root, run: { ...run, manifest }, plan, human: inputs.human };
  const entry = manifest.entry?.kind === 'openai' ? manifest.entry : undefined;
  const model = entry && services.batches.wording(entry, record.dialect).model;
  // Stopped before it begins, it asks nothing, counts what there is and finishes when that is all.
  const stopped = new AbortController();
  stopped.abort();
  try {
    const result = await execute(
      services,
      { ...work, model },
      { stop: stopped.signal, force: signals.force },
      report,
    );
    if (result.complete) return result;
    const why = waitsFor(manifest.id, record, open);
    const now = await readManifest(services.files, run.folder);
    await writeManifest(services.files, run.folder, { ...now, why });
    return { ...result, why };
  } finally {
    await model?.dispose();
  }
}

function waitsFor(id: string, { shards }: BatchRecord, open: number): string {
  const running = shards.filter(({ state }) => state === 'submitted').length;
  const calls = `${open} ${open === 1 ? 'call is' : 'calls are'} without a reply.`;
  if (shards.some(({ state }) => state === 'creating'))
    return `${calls} A submission was cut off before it was known what came of it; this finds out: vignette batch submit ${id}`;
  if (running > 0)
    return `${calls} ${running} ${running === 1 ? 'batch runs' : 'batches run'} still. Collect again later: vignette batch collect ${id}`;
  return `${calls} Ask them again: vignette batch export ${id}`;
}

function notExported(id: string): VignetteError {
  return new VignetteError({
    code: 'batch/nothing-exported',
    message: `Of ${id} nothing was exported that could be collected.`,
    help: `Export it: vignette batch export ${id}`,
    audience: 'usage',
  });
}
