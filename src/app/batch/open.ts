import type { BatchDialect, BatchWording } from '../../engine/batch/types';
import { costCounter, type CostCounter } from '../../simulate/batch/cost';
import { walk, type OpenCall, type Step } from '../../simulate/batch/walk';
import type { AnswerCache, Journal } from '../../simulate/ports';
import { reasons } from '../../simulate/prices/listPrice';
import type { Answered } from '../../simulate/running/answered';
import type { AnswerRecord, Budget } from '../../simulate/types';
import { VignetteError } from '../../util/errors';
import { priceOf } from '../../workspace/price';
import { cacheFolder, journalFolder } from '../../workspace/runStore';
import type { ModelEntry } from '../../workspace/types';
import type { ReopenedRun } from '../runs/reopenRun';
import type { EndpointEntry, Services } from '../services';
import { batchFolder } from './state';

/** A run that is answered by batches, held by this process alone. */
export interface BatchRun extends ReopenedRun {
  readonly entry: EndpointEntry;
  readonly wording: BatchWording;
  readonly journal: Journal;
  readonly cache: AnswerCache;
  /** What batches brought, by the id of the call. */
  readonly replies: AnswerCache;
  /** @throws VignetteError `file/disk-full` … when a reply could not be kept. */
  readonly requireKept: () => void;
  /** Answers that the journal has by now. */
  readonly done: Map<number, AnswerRecord>;
}

/**
 * Opens a run's journal, cache and replies for the length of `work`.
 * @throws VignetteError `batch/no-endpoint`, `run/locked`, and what `work` throws.
 */
export async function withBatchRun<T>(
  services: Services,
  reopened: ReopenedRun,
  dialect: BatchDialect | undefined,
  work: (batch: BatchRun) => Promise<T>,
): Promise<T> {
  const { run, root } = reopened;
  const entry = endpointOf(run.manifest.entry);
  const { stores } = services;
  const journal = await stores.journal(journalFolder(run.folder));
  try {
    const cache = await stores.cache(cacheFolder(root), () => undefined);
    try {
      let lost: VignetteError | undefined;
      const replies = await stores.cache(`${batchFolder(run.folder)}/replies`, (problem) => (lost = problem));
      const wording = services.batches.wording(entry, dialect);
      const requireKept = (): void => {
        if (lost !== undefined) throw lost;
      };
      const known = run.manifest.fresh ? { ...cache, get: () => undefined } : cache;
      const done = new Map(journal.done);
      try {
        return await work({ ...reopened, entry, wording, journal, cache: known, replies, requireKept, done });
      } finally {
        await wording.model.dispose();
        await replies.close();
      }
    } finally {
      await cache.close();
    }
  } finally {
    await journal.close();
  }
}

/** The steps through what the run still needs. */
export function stepsOf(
  services: Services,
  { plan, wording, cache, replies, done }: BatchRun,
  budget: Budget,
  signal: AbortSignal,
): AsyncGenerator<Step> {
  const { clock } = services;
  return walk(plan, { model: wording.model, cache, clock, budget, done, replies }, signal);
}

/** Counts what calls of a run may cost. */
export function costOf({ entry }: Pick<BatchRun, 'entry'>): CostCounter {
  return costCounter(priceOf(entry), reasons(entry.model));
}

export const noLimit: Budget = { usd: undefined, calls: undefined, tokens: undefined };

/**
 * Writes down every answer that the replies give by now.
 * @returns the calls that are still open, by id.
 */
export async function settle(
  services: Services,
  batch: BatchRun,
  signal: AbortSignal,
): Promise<Map<string, OpenCall>> {
  const open = new Map<string, OpenCall>();
  let answered: Answered[] = [];
  for await (const step of stepsOf(services, batch, noLimit, signal)) {
    if (step.kind === 'open') open.set(step.open.id, step.open);
    if (step.kind === 'answered') answered.push(step.answered);
    if (answered.length < 1000) continue;
    await keep(batch, answered);
    answered = [];
  }
  await keep(batch, answered);
  return open;
}

async function keep({ journal, done }: BatchRun, answered: readonly Answered[]): Promise<void> {
  await Promise.all(
    answered.map(async ({ record, messages }) => {
      await journal.prompt(record.prompt, messages);
      await journal.append(record);
      done.set(record.index, record);
    }),
  );
}

/** @throws VignetteError `batch/no-endpoint` for a model that no batch engine serves. */
export function endpointOf(entry: ModelEntry | null | undefined): EndpointEntry {
  if (entry?.kind === 'openai') return entry;
  throw new VignetteError({
    code: 'batch/no-endpoint',
    message: 'A batch needs a model behind an OpenAI-compatible endpoint, and this run has none.',
    help: 'Choose one of vignette.yaml with --model, or give --base-url and --api-model.',
    audience: 'usage',
  });
}
