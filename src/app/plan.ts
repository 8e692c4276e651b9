import { estimate } from '../simulate/estimate';
import { makePlan } from '../simulate/plan';
import { reasons } from '../simulate/prices/listPrice';
import type { ModelEntry } from '../workspace/types';
import { priceOf } from '../workspace/price';
import { cacheFolder, listRuns } from '../workspace/runStore';
import { modelDiagnostics } from './authoring/modelDiagnostics';
import { loadStudy, requireValid } from './inputs/loadStudy';
import { loadInputs } from './inputs/people';
import { modelWarnings } from './runs/modelWarnings';
import { chooseRun } from './runs/settings';
import { comparedPlan } from './runs/similarity';
import type { Services } from './services';
import type { PlanResult, SimulateOptions } from './types';

/** Answers a second of the embedded engine, as measured with nine-field personas on two threads. */
const embeddedRate = 2.3;

/**
 * What a run would ask and cost. No model is loaded and nothing is sent, but that a study which says `local`
 * looks for a server on this machine.
 * @throws VignetteError `study/invalid`, `model/unknown` and those of reading the data.
 */
export async function plan(
  services: Services,
  options: SimulateOptions,
  signal: AbortSignal,
): Promise<PlanResult> {
  const loaded = await loadStudy(services, options.study);
  requireValid(loaded.path, loaded.document.diagnostics);
  const { human, sample } = await loadInputs(services, loaded, { outside: options.yes ?? false }, signal);
  const { settings, entry, budget } = await chooseRun(services, loaded, options, signal);
  const endpoint = entry && (await services.models.describe(entry));
  const { root } = loaded.project;
  const first = makePlan(loaded.study, human, settings, sample);
  const { plan: planned, warnings } = await comparedPlan(services, {
    root,
    plan: first,
    human,
    sample,
    entry,
  });
  const identity = entry === undefined ? undefined : await services.models.identify(entry, { root });
  const cache = await services.stores.cache(cacheFolder(root), () => undefined);
  try {
    const cached = (key: string): boolean => !(options.fresh ?? false) && cache.get(key) !== undefined;
    const estimated = estimate(planned, {
      cached,
      identity,
      price: entry === undefined ? { in: 0, out: 0 } : priceOf(entry),
      reasons: entry?.kind === 'openai' && reasons(entry.model),
      secondsPerCall: await secondsPerCall(services, root, settings.model, entry),
    });
    const { model, strategy } = settings;
    const facts = { project: { ...loaded.project, budget }, endpoint, estimate: estimated };
    return {
      study: loaded.study.id,
      model,
      strategy,
      cells: planned.cells.length,
      personas: planned.people.length,
      answers: planned.total,
      warnings: [...modelWarnings(endpoint?.engine), ...planned.warnings, ...warnings],
      endpoint: endpoint ?? null,
      diagnostics: modelDiagnostics(loaded.document, { ...facts, asked: { model, strategy } }),
      ...estimated,
    };
  } finally {
    await cache.close();
  }
}

/** The rate of the newest run with this model that asked enough to tell; else what is known of the engine. */
async function secondsPerCall(
  services: Services,
  root: string,
  model: string,
  entry: ModelEntry | undefined,
): Promise<number | undefined> {
  for (const { manifest } of await listRuns(services.files, root)) {
    const requests = manifest.counts?.requests ?? 0;
    if (manifest.model.name === model && requests >= 20 && manifest.seconds > 0)
      return manifest.seconds / requests;
  }
  return entry?.kind === 'embedded' ? 1 / embeddedRate : undefined;
}
