import { makePlan, type Plan } from '../../simulate/plan';
import type { ModelIdentity } from '../../simulate/types';
import { VignetteError } from '../../util/errors';
import { isInside, resolvePath } from '../../workspace/paths';
import { createRun, freeRunId, makeStore, type StoredRun } from '../../workspace/runStore';
import type { ModelEntry, RunManifest } from '../../workspace/types';
import { diagnose } from '../inputs/humanData';
import { loadStudy, requireValid, type LoadedStudy } from '../inputs/loadStudy';
import { loadInputs, type Inputs } from '../inputs/people';
import type { Services } from '../services';
import type { SimulateOptions } from '../types';
import { checkedName, runId, runName } from './naming';
import { chooseRun, type Chosen } from './settings';
import { withKnownVectors } from './similarity';

/** A run that was checked and planned, before anything is opened, asked or written. */
export interface PlannedRun {
  readonly loaded: LoadedStudy;
  readonly inputs: Inputs;
  readonly chosen: Chosen;
  readonly plan: Plan;
}

/**
 * Reads and checks a study and plans the run that the options ask for.
 * @throws VignetteError `study/invalid`, `run/nothing-to-ask`, `results/outside-workspace`, and those of reading data.
 */
export async function planRun(
  services: Services,
  options: SimulateOptions,
  signal: AbortSignal,
): Promise<PlannedRun> {
  const outside = { outside: options.yes ?? false };
  const loaded = await loadStudy(services, options.study);
  requireValid(loaded.path, loaded.document.diagnostics);
  requireResultsInside(loaded, options);
  requireValid(loaded.path, await diagnose(services, loaded, outside, signal));
  const inputs = await loadInputs(services, loaded, outside, signal);
  const chosen = await chooseRun(services, loaded, options, signal);
  const first = makePlan(loaded.study, inputs.human, chosen.settings, inputs.sample);
  if (first.total === 0) throw nothingToAsk();
  const { human, sample } = inputs;
  const comparing = { root: loaded.project.root, plan: first, human, sample, entry: chosen.entry };
  return { loaded, inputs, chosen, plan: await withKnownVectors(services, comparing) };
}

/** Makes the folder of a planned run. Without an `identity` it is a baseline's. */
export async function newRun(
  services: Services,
  { loaded, inputs, chosen, plan }: PlannedRun,
  options: SimulateOptions,
  identity: ModelIdentity | undefined,
): Promise<StoredRun> {
  const { files } = services;
  const { root } = loaded.project;
  const { study, hash, text, path } = loaded;
  const { settings } = chosen;
  const { hashes } = inputs;
  const name = options.name === undefined ? runName(study, settings) : checkedName(options.name);
  await makeStore(files, root);
  const manifest: RunManifest = {
    format: 1,
    id: await freeRunId(files, root, runId(study, hash, hashes, settings)),
    name,
    study: { id: study.id, path, hash, ...hashes },
    model: identity ?? baselineIdentity(settings.model),
    ...plannedPart(chosen, options, plan),
    createdMs: services.clock.now(),
    version: services.version,
    resultsPath: resultsPath(services, loaded, options, name),
  };
  return createRun(files, root, manifest, text);
}

function plannedPart(
  { settings, budget, entry }: Chosen,
  options: SimulateOptions,
  plan: Plan,
): Pick<
  RunManifest,
  | 'entry'
  | 'budget'
  | 'concurrency'
  | 'fresh'
  | 'settings'
  | 'answers'
  | 'state'
  | 'why'
  | 'counts'
  | 'limitHistory'
  | 'results'
  | 'answersHash'
  | 'seconds'
> {
  return {
    entry: entry ?? null,
    budget,
    concurrency: options.concurrency ?? concurrencyOf(entry) ?? null,
    fresh: options.fresh ?? false,
    settings,
    answers: plan.total,
    state: 'running',
    why: null,
    counts: null,
    limitHistory: [],
    results: null,
    answersHash: null,
    seconds: 0,
  };
}

function concurrencyOf(entry: ModelEntry | undefined): number | undefined {
  return entry?.kind === 'openai' ? entry.concurrency : undefined;
}

function resultsPath(
  services: Services,
  { study, project }: LoadedStudy,
  options: SimulateOptions,
  name: string,
): string {
  const folder =
    options.out === undefined ? `${project.results}/${study.id}` : resolvePath(services.cwd, options.out);
  return `${folder}/${name}.results.yaml`;
}

/** A project that somebody else wrote names the folder, and must not have files written anywhere on this machine. */
function requireResultsInside({ project }: LoadedStudy, { out, yes }: SimulateOptions): void {
  if (out !== undefined || yes === true || isInside(project.root, project.results)) return;
  throw new VignetteError({
    code: 'results/outside-workspace',
    message: `The folder of results ${project.results} lies outside the workspace ${project.root}.`,
    help: 'Name one inside in vignette.yaml, put vignette.yaml above both, or allow it with --yes.',
    audience: 'usage',
  });
}

function baselineIdentity(name: string): ModelIdentity {
  return { name, engine: 'none', model: name, where: 'none', demonstration: false };
}

function nothingToAsk(): VignetteError {
  return new VignetteError({
    code: 'run/nothing-to-ask',
    message: 'There is nothing to ask: no respondent is left in the chosen conditions and outcomes.',
    help: 'Choose other conditions or outcomes, or --assign all.',
    audience: 'usage',
  });
}
