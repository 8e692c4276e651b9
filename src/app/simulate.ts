import { makePlan, type Plan } from '../simulate/plan';
import type { Model, ModelIdentity } from '../simulate/types';
import { VignetteError } from '../util/errors';
import { isInside, resolvePath } from '../workspace/paths';
import { createRun, freeRunId, makeStore, type StoredRun } from '../workspace/runStore';
import type { ModelEntry, RunManifest } from '../workspace/types';
import { openQuestion, requireConsent } from './inputs/consent';
import { diagnose } from './inputs/humanData';
import { loadStudy, requireValid, type LoadedStudy } from './inputs/loadStudy';
import { loadInputs, type Inputs } from './inputs/people';
import { execute } from './runs/execute';
import { checkedName, runId, runName } from './runs/naming';
import { openModel } from './runs/openModel';
import { chooseRun, type Chosen } from './runs/settings';
import type { Report, Services, Signals } from './services';
import type { SimulateOptions, SimulateResult } from './types';

/**
 * Simulates a study: checks it, asks for what consent is missing, answers every call, writes the results file.
 * A run that could not be completed says how to resume it.
 * @throws VignetteError `study/invalid`, `model/…`, `consent/refused`, `run/nothing-to-ask`,
 * `results/outside-workspace`, and those of the
 * endpoint and of the disk.
 */
export async function simulate(
  services: Services,
  options: SimulateOptions,
  signals: Signals,
  report: Report,
): Promise<SimulateResult> {
  const outside = { outside: options.yes ?? false };
  const loaded = await loadStudy(services, options.study);
  requireValid(loaded.path, loaded.document.diagnostics);
  requireResultsInside(loaded, options);
  requireValid(loaded.path, await diagnose(services, loaded, outside, signals.stop));
  const inputs = await loadInputs(services, loaded, outside, signals.stop);
  const chosen = await chooseRun(services, loaded, options, signals.stop);
  const plan = makePlan(loaded.study, inputs.human, chosen.settings, inputs.sample);
  if (plan.total === 0) throw nothingToAsk();
  const model = await readyModel(services, loaded, { chosen, plan, options }, signals, report);
  try {
    const run = await newRun(services, loaded, { options, chosen, plan, inputs, model });
    const work = { root: loaded.project.root, run, plan, human: inputs.human, model };
    return await execute(services, work, signals, report);
  } finally {
    await model?.dispose();
  }
}

async function readyModel(
  services: Services,
  { study, project }: LoadedStudy,
  run: { readonly chosen: Chosen; readonly plan: Plan; readonly options: SimulateOptions },
  signals: Signals,
  report: Report,
): Promise<Model | undefined> {
  const { entry } = run.chosen;
  if (entry === undefined) return undefined;
  return openModel(services, entry, {
    root: project.root,
    given: run.options.endpoint !== undefined,
    consent: async (description) =>
      requireConsent(
        services,
        await openQuestion(services, study, run.plan.people, description),
        run.options.yes ?? false,
      ),
    signals,
    report,
  });
}

async function newRun(
  services: Services,
  loaded: LoadedStudy,
  about: {
    readonly options: SimulateOptions;
    readonly chosen: Chosen;
    readonly plan: Plan;
    readonly inputs: Inputs;
    readonly model: Model | undefined;
  },
): Promise<StoredRun> {
  const { files } = services;
  const { root } = loaded.project;
  const { study, hash, text, path } = loaded;
  const { settings } = about.chosen;
  const { hashes } = about.inputs;
  const name = about.options.name === undefined ? runName(study, settings) : checkedName(about.options.name);
  await makeStore(files, root);
  const manifest: RunManifest = {
    format: 1,
    id: await freeRunId(files, root, runId(study, hash, hashes, settings)),
    name,
    study: { id: study.id, path, hash, ...hashes },
    model: about.model?.identity ?? baselineIdentity(settings.model),
    ...plannedPart(about.chosen, about.options, about.plan),
    createdMs: services.clock.now(),
    version: services.version,
    resultsPath: resultsPath(services, loaded, about.options, name),
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
