import type { BatchServer } from '../../engine/batch/types';
import type { BatchCost } from '../../simulate/batch/cost';
import { throwIfAborted } from '../../util/abort';
import { asVignetteError, VignetteError } from '../../util/errors';
import { openQuestion, requireConsent } from '../inputs/consent';
import { requireKey } from '../runs/openModel';
import { reopenRun, type ReopenedRun } from '../runs/reopenRun';
import type { Report, Services, Signals } from '../services';
import { costOf, endpointOf, stepsOf, withBatchRun, type BatchRun } from './open';
import { readShard } from './shards';
import { batchesOf, readRecord, withStatus, writeRecord, type BatchRecord, type Shard } from './state';
import type { BatchSubmitOptions, BatchSubmitResult } from './types';

/**
 * Uploads the exported files and makes a batch of each, once: a file that became a batch is not submitted again, even
 * when the process was killed before it heard so. Key, consent and budget are settled before anything is sent.
 * @throws VignetteError `batch/nothing-exported`, `batch/changed`, `batch/outdated`, `batch/over-budget`,
 * `consent/refused`, `model/untrusted-key`, `model/missing-key`, and those of the endpoint; what was submitted is noted.
 */
export async function batchSubmit(
  services: Services,
  options: BatchSubmitOptions,
  signals: Signals,
  report: Report,
): Promise<BatchSubmitResult> {
  const reopened = await reopenRun(services, options, signals.stop);
  const entry = endpointOf(reopened.run.manifest.entry);
  const { folder, manifest } = reopened.run;
  const record = await readRecord(services.files, folder);
  if (record === undefined || record.shards.length === 0) throw nothingExported(manifest.id);
  await requireAllowed(services, reopened, options.yes ?? false);
  return withBatchRun(services, reopened, record.dialect, async (batch) => {
    const cost = await requireFitting(services, batch, record, options, signals.stop);
    if (cost.tokens.out[1] > 0) report.status(costText(cost));
    const server = await services.batches.connect(entry);
    try {
      return await submitAll(services, { batch, server, record, cost }, signals, report);
    } finally {
      await server.close();
    }
  });
}

async function submitAll(
  services: Services,
  { batch, server, record: before, cost }: Work,
  signals: Signals,
  report: Report,
): Promise<BatchSubmitResult> {
  const { folder, manifest } = batch.run;
  let record = before;
  let created = 0;
  const note = async (place: number, shard: Shard): Promise<void> => {
    record = { ...record, shards: record.shards.map((other, i) => (i === place ? shard : other)) };
    await writeRecord(services.files, folder, record);
  };
  for (const [place, shard] of before.shards.entries()) {
    throwIfAborted(signals.stop);
    if (shard.state === 'collected') continue;
    if (shard.batch !== null) {
      await note(place, withStatus(shard, await server.status(shard.batch, signals.force)));
      continue;
    }
    report.status(`Submitting ${shard.file}, ${shard.calls} calls.`);
    const tag = `${manifest.id} ${shard.file} ${shard.sha256.slice(0, 32)}`;
    const known =
      shard.state === 'creating' ? await server.find(shard.upload, tag, signals.force) : undefined;
    const upload = shard.upload ?? (await uploaded(services, batch, server, shard, signals.force));
    const creating: Shard = { ...shard, upload, state: 'creating' };
    if (known === undefined) await note(place, creating);
    try {
      const status = known ?? (await server.create(upload, tag, signals.force));
      await note(place, withStatus(creating, status));
      created += known === undefined ? 1 : 0;
    } catch (error) {
      if (!mayHaveWorked(error)) await note(place, shard);
      throw error;
    }
  }
  return { run: manifest.id, dir: folder, created, ...cost, batches: batchesOf(folder, record) };
}

interface Work {
  readonly batch: BatchRun;
  readonly server: BatchServer;
  readonly record: BatchRecord;
  readonly cost: BatchCost;
}

function costText({ tokens, usd }: BatchCost): string {
  const [least, most] = (usd ?? []).map((amount) => amount.toFixed(2));
  const dollars = usd === null ? 'an amount that is not known' : `$${least} to $${most}`;
  return `What is submitted may cost ${dollars}: ${tokens.in.join(' to ')} tokens in, up to ${tokens.out[1]} out.`;
}

async function uploaded(
  services: Services,
  { run }: BatchRun,
  server: BatchServer,
  shard: Shard,
  signal: AbortSignal,
): Promise<string> {
  const { text } = await readShard(services.files, run.folder, shard);
  return server.upload(shard.file, new TextEncoder().encode(text), signal);
}

/** Refusals that are certain leave no batch behind. */
function mayHaveWorked(error: unknown): boolean {
  const { code } = asVignetteError(error);
  return [
    'model/timeout',
    'model/unreachable',
    'model/server-error',
    'batch/bad-reply',
    'run/cancelled',
  ].includes(code);
}

/** The key may go there, and so may the profiles of real people. */
async function requireAllowed(
  services: Services,
  { run, loaded, plan }: ReopenedRun,
  given: boolean,
): Promise<void> {
  const description = await services.models.describe(endpointOf(run.manifest.entry));
  requireKey(description);
  const question = await openQuestion(services, loaded.study, plan.people, description);
  await requireConsent(services, question, given);
}

/** Every line is as it was exported, still needed, and within the budget. @returns what the lines may cost. */
async function requireFitting(
  services: Services,
  batch: BatchRun,
  { shards }: BatchRecord,
  options: BatchSubmitOptions,
  signal: AbortSignal,
): Promise<BatchCost> {
  const { manifest, folder } = batch.run;
  const fresh = await freshIds(services, folder, shards);
  const cost = costOf(batch);
  let limit: string | undefined;
  for await (const step of stepsOf(services, batch, { ...manifest.budget, ...options.budget }, signal)) {
    if (step.kind === 'open' && fresh.delete(step.open.id)) cost.add(step.open.call);
    if (step.kind === 'over-budget') limit = step.limit;
  }
  if (fresh.size === 0) return cost.total();
  throw limit === undefined ? outdated(manifest.id) : overBudget(manifest.id, limit);
}

/** Of the calls in files that nothing was made of. */
async function freshIds(services: Services, folder: string, shards: readonly Shard[]): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const shard of shards.filter(({ state }) => state === 'exported'))
    for (const id of (await readShard(services.files, folder, shard)).ids) ids.add(id);
  return ids;
}

function nothingExported(id: string): VignetteError {
  return new VignetteError({
    code: 'batch/nothing-exported',
    message: `Of ${id} nothing was exported that could be submitted.`,
    help: `Export it: vignette batch export ${id}`,
    audience: 'usage',
  });
}

function outdated(id: string): VignetteError {
  return new VignetteError({
    code: 'batch/outdated',
    message: `Calls in the exported files of ${id} were answered since, or are not of this run.`,
    help: `Export again: vignette batch export ${id}`,
    audience: 'usage',
  });
}

function overBudget(id: string, limit: string): VignetteError {
  return new VignetteError({
    code: 'batch/over-budget',
    message: `The exported calls of ${id} may cost more than the budget of ${limit}. Nothing was submitted.`,
    help: `Raise the budget, or export again what fits: vignette batch export ${id}`,
    audience: 'incomplete',
  });
}
