import type { HumanData } from '../../data/types';
import type { AnswerCache, RunCounts } from '../../simulate/ports';
import type { Plan } from '../../simulate/plan';
import { run as runPlan } from '../../simulate/run';
import type { Model } from '../../simulate/types';
import { asVignetteError, VignetteError } from '../../util/errors';
import { writeManifest } from '../../workspace/manifest';
import { cacheFolder, journalFolder, type StoredRun } from '../../workspace/runStore';
import type { RunManifest } from '../../workspace/types';
import type { Report, Services, Signals } from '../services';
import type { SimulateResult } from '../types';
import { finish } from './finish';
import { less, nothingSpent, withSpent, type Spent } from './similarity';

/** Everything that a run needs once it is decided upon. */
export interface Work {
  readonly root: string;
  readonly run: StoredRun;
  readonly plan: Plan;
  readonly human: HumanData | undefined;
  /** Undefined for a baseline. */
  readonly model: Model | undefined;
  /** Before the first answer; counts against the budget and in what the run took. */
  readonly spent?: Spent;
}

interface Ended {
  readonly counts: RunCounts;
  readonly complete: boolean;
  readonly why: string | undefined;
}

/**
 * Answers what is not answered yet, and writes the results file when nothing is left to answer. What the
 * manifest says is true at every moment: a killed run reads as running, and can be resumed.
 * @throws VignetteError of the endpoint or of the disk; what was answered is kept.
 */
export async function execute(
  services: Services,
  work: Work,
  signals: Signals,
  report: Report,
): Promise<SimulateResult> {
  const { folder } = work.run;
  const began = services.clock.now();
  let manifest: RunManifest = { ...work.run.manifest, state: 'running', why: null };
  await writeManifest(services.files, folder, manifest);
  report.started({ run: manifest.id, dir: folder, total: work.plan.total });
  const seconds = (): number => (services.clock.now() - began) / 1000;
  const limits = (): RunManifest['limitHistory'] => [
    ...work.run.manifest.limitHistory,
    ...(work.model?.limitHistory() ?? []),
  ];
  try {
    const ended = await answerAll(services, work, signals, report);
    manifest = {
      ...manifest,
      state: 'incomplete',
      why: ended.complete ? null : (ended.why ?? 'The run was stopped.'),
      counts: ended.counts,
      limitHistory: limits(),
      seconds: manifest.seconds + seconds(),
    };
    if (ended.complete) manifest = await finish(services, work, manifest, signals.force);
    await writeManifest(services.files, folder, manifest);
    return resultOf(manifest, ended.counts, folder, seconds());
  } catch (error) {
    const problem = asVignetteError(error);
    await recordFailure(services, folder, { ...manifest, limitHistory: limits() }, problem);
    throw withResume(problem, manifest.id);
  }
}

async function answerAll(
  services: Services,
  { root, run, plan, model, spent = nothingSpent }: Work,
  signals: Signals,
  report: Report,
): Promise<Ended> {
  const { manifest, folder } = run;
  const cache = await services.stores.cache(cacheFolder(root), (problem) =>
    report.status(`${problem.message} Answers go on without the cache.`),
  );
  try {
    const journal = await services.stores.journal(journalFolder(folder));
    try {
      const ports = {
        model,
        cache: manifest.fresh ? writeOnly(cache) : cache,
        journal,
        clock: services.clock,
        budget: less(manifest.budget, spent),
        concurrency: manifest.concurrency ?? undefined,
      };
      for await (const event of runPlan(plan, ports, signals)) {
        if (event.kind === 'progress') report.progress(event.progress);
        if (event.kind === 'end') return { ...event, counts: withSpent(event.counts, spent) };
      }
    } finally {
      await journal.close();
    }
  } finally {
    await cache.close();
  }
  throw new Error('A run ended without saying so.');
}

/** Asks everything anew, and still keeps what is answered. */
function writeOnly(cache: AnswerCache): AnswerCache {
  return { get: () => undefined, put: (key, reply) => cache.put(key, reply) };
}

function resultOf(manifest: RunManifest, counts: RunCounts, folder: string, seconds: number): SimulateResult {
  const complete = manifest.state === 'complete';
  return {
    run: manifest.id,
    dir: folder,
    results: manifest.results,
    ...counts,
    seconds: Math.round(seconds * 1000) / 1000,
    complete,
    why: complete ? null : `${manifest.why ?? ''} ${howToResume(manifest.id)}`.trim(),
  };
}

function howToResume(id: string): string {
  return `Go on with: vignette resume ${id}`;
}

/** The disk may be what failed, so that the first error is the one to tell. */
async function recordFailure(
  services: Services,
  folder: string,
  manifest: RunManifest,
  problem: VignetteError,
): Promise<void> {
  await writeManifest(services.files, folder, {
    ...manifest,
    state: 'incomplete',
    why: problem.message,
  }).catch(() => undefined);
}

function withResume(problem: VignetteError, id: string): VignetteError {
  return new VignetteError({
    code: problem.code,
    message: problem.message,
    help: `${problem.help} What was answered is kept. ${howToResume(id)}`,
    audience: problem.audience,
    cause: problem,
  });
}
