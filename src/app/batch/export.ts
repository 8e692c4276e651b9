import type { BatchCost } from '../../simulate/batch/cost';
import { approve } from '../runs/openModel';
import { newRun, planRun } from '../runs/newRun';
import { reopenRun, type ReopenedRun } from '../runs/reopenRun';
import { writeManifest } from '../../workspace/manifest';
import { VignetteError } from '../../util/errors';
import { resolvePath } from '../../workspace/paths';
import type { StoredRun } from '../../workspace/runStore';
import type { Services } from '../services';
import type { SimulateOptions } from '../types';
import { costOf, endpointOf, stepsOf, withBatchRun, type BatchRun } from './open';
import { readShard, shardWriter } from './shards';
import { batchFolder, readRecord, shardPath, writeRecord, type BatchRecord, type Shard } from './state';
import type { BatchExportOptions, BatchExportResult } from './types';

/**
 * Writes every call that neither journal, cache nor a submitted batch answers into files of a batch engine's form. Of a
 * study a run is planned first. Exporting again replaces the files that were not submitted.
 * @throws VignetteError `batch/no-endpoint`, `budget/no-price`, `run/locked`, and those of planning or reopening a run.
 */
export async function batchExport(
  services: Services,
  options: BatchExportOptions,
  signal: AbortSignal,
): Promise<BatchExportResult> {
  const reopened = await runToExport(services, options, signal);
  const { folder } = reopened.run;
  const before = await readRecord(services.files, folder);
  const dialect = options.dialect ?? before?.dialect;
  return withBatchRun(services, reopened, dialect, async (batch) => {
    const kept = before?.shards.filter(({ state }) => state !== 'exported') ?? [];
    const waiting = await idsOf(services, folder, kept);
    const found = await writeCalls(services, batch, { kept, waiting }, signal);
    const record: BatchRecord = {
      format: 1,
      dialect: batch.wording.dialect,
      shards: [...kept, ...found.shards],
    };
    await writeRecord(services.files, folder, record);
    await removeOthers(services, folder, record);
    return resultOf(batch, record, found);
  });
}

interface Found {
  readonly shards: readonly Shard[];
  readonly submitted: number;
  readonly answered: number;
  readonly cost: BatchCost;
  readonly why: string | null;
}

async function writeCalls(
  services: Services,
  batch: BatchRun,
  before: { readonly kept: readonly Shard[]; readonly waiting: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<Found> {
  const { manifest, folder } = batch.run;
  const writer = shardWriter(services.files, folder, nextNumber(before.kept));
  const cost = costOf(batch);
  let [submitted, answered] = [0, batch.done.size];
  let why: string | null = null;
  for await (const step of stepsOf(services, batch, manifest.budget, signal)) {
    if (step.kind === 'answered') answered += 1;
    else if (step.kind === 'over-budget')
      why = `The budget of ${step.limit} holds no more calls. Raise it and export again.`;
    else if (before.waiting.has(step.open.id)) submitted += 1;
    else {
      cost.add(step.open.call);
      await writer.add(batch.wording.line(step.open.id, step.open.call));
    }
  }
  return { shards: await writer.end(), submitted, answered, cost: cost.total(), why };
}

/** A study becomes a run here, without being asked; a run is taken as it is, with new limits where they are given. */
async function runToExport(
  services: Services,
  options: BatchExportOptions,
  signal: AbortSignal,
): Promise<ReopenedRun> {
  const { target, budget, ...settings } = options;
  if (await isStudy(services, target)) return planned(services, { ...options, study: target }, signal);
  refuseSettings(settings);
  const reopened = await reopenRun(
    services,
    { run: target, ...(options.yes === undefined ? {} : { yes: options.yes }) },
    signal,
  );
  if (budget === undefined || Object.keys(budget).length === 0) return reopened;
  const { run } = reopened;
  const manifest = { ...run.manifest, budget: { ...run.manifest.budget, ...budget } };
  await writeManifest(services.files, run.folder, manifest);
  return { ...reopened, run: { ...run, manifest } };
}

async function isStudy(services: Services, target: string): Promise<boolean> {
  if (!/\.ya?ml$/i.test(target) || /\.results\.ya?ml$/i.test(target)) return false;
  return (await services.files.stat(resolvePath(services.cwd, target)))?.kind === 'file';
}

async function planned(
  services: Services,
  options: SimulateOptions,
  signal: AbortSignal,
): Promise<ReopenedRun> {
  const { loaded, inputs, chosen, plan } = await planRun(services, options, signal);
  const entry = endpointOf(chosen.entry);
  if (options.endpoint !== undefined) await approve(services, entry);
  const { root } = loaded.project;
  const identity = await services.models.identify(entry, { root });
  const made = await newRun(services, { loaded, inputs, chosen, plan }, options, identity);
  const run: StoredRun = {
    ...made,
    manifest: { ...made.manifest, state: 'incomplete', why: 'Its calls wait for a batch.' },
  };
  await writeManifest(services.files, run.folder, run.manifest);
  return { run, root, loaded, inputs, plan };
}

/** A run keeps what it began with. */
function refuseSettings(settings: object): void {
  const allowed = new Set(['yes', 'dialect', 'target', 'study']);
  const given = Object.entries(settings).find(([name, value]) => value !== undefined && !allowed.has(name));
  if (given === undefined) return;
  throw new VignetteError({
    code: 'batch/settings',
    message: `A run keeps the settings that it began with: ${given[0]} cannot be changed.`,
    help: 'Export the study instead, which plans a new run.',
    audience: 'usage',
  });
}

/** Calls in batches whose replies were not read yet. */
async function idsOf(services: Services, run: string, kept: readonly Shard[]): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const shard of kept) {
    if (shard.state === 'collected') continue;
    for (const id of (await readShard(services.files, run, shard)).ids) ids.add(id);
  }
  return ids;
}

function nextNumber(kept: readonly Shard[]): number {
  return 1 + Math.max(0, ...kept.map(({ file }) => Number(/\d+/.exec(file)?.[0])));
}

/** Files of earlier exports that no longer belong to anything. */
async function removeOthers(services: Services, run: string, { shards }: BatchRecord): Promise<void> {
  const kept = new Set(shards.map(({ file }) => file));
  for (const name of await services.files.list(batchFolder(run)))
    if (/^calls-\d+\.jsonl$/.test(name) && !kept.has(name))
      await services.files.remove(`${batchFolder(run)}/${name}`);
}

function resultOf({ run, plan }: BatchRun, { dialect }: BatchRecord, found: Found): BatchExportResult {
  return {
    run: run.manifest.id,
    dir: run.folder,
    dialect,
    files: found.shards.map((shard) => {
      const { calls, bytes } = shard;
      return { path: shardPath(run.folder, shard), calls, bytes };
    }),
    calls: found.shards.reduce((sum, { calls }) => sum + calls, 0),
    ...found.cost,
    submitted: found.submitted,
    answers: plan.total,
    answered: found.answered,
    complete: found.why === null,
    why: found.why,
  };
}
