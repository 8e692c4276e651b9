import { makePlan } from '../simulate/plan';
import type { Model } from '../simulate/types';
import { VignetteError } from '../util/errors';
import { findRoots } from '../workspace/discovery';
import { findRun, studyOfRun, type StoredRun } from '../workspace/runStore';
import { openQuestion, requireConsent } from './inputs/consent';
import { requireValid, studyFrom } from './inputs/loadStudy';
import { loadInputs, sameInputs } from './inputs/people';
import { execute } from './runs/execute';
import { openModel } from './runs/openModel';
import type { Report, Services, Signals } from './services';
import type { SimulateOptions, SimulateResult } from './types';

export interface ResumeOptions {
  readonly run: string;
  /** Where runs are looked for, beside the current folder. */
  readonly root?: string;
  readonly yes?: boolean;
  /** Limits instead of those with which the run began. */
  readonly budget?: SimulateOptions['budget'];
}

/**
 * Goes on with a run exactly where it ended: with the study as it was when the run began, the same settings and
 * the same model. A complete run is left as it is and its results are written anew.
 * @throws VignetteError `run/unknown`, `run/not-a-run`, `run/data-changed`, and those of `simulate`.
 */
export async function resume(
  services: Services,
  options: ResumeOptions,
  signals: Signals,
  report: Report,
): Promise<SimulateResult> {
  const found = await runToResume(services, options);
  const budget = { ...found.manifest.budget, ...options.budget };
  const run = { ...found, manifest: { ...found.manifest, budget } };
  const { manifest, folder } = run;
  const outside = { outside: options.yes ?? false };
  const loaded = await studyFrom(services, manifest.study.path, await studyOfRun(services.files, folder));
  requireValid(loaded.path, loaded.document.diagnostics);
  const inputs = await loadInputs(services, loaded, outside, signals.stop);
  if (!sameInputs(inputs, manifest)) throw dataChanged(manifest.id);
  const plan = makePlan(loaded.study, inputs.human, manifest.settings, inputs.sample);
  const model =
    manifest.entry === null
      ? undefined
      : await openModel(services, manifest.entry, {
          root: loaded.project.root,
          given: false,
          consent: async (description) =>
            requireConsent(
              services,
              await openQuestion(services, loaded.study, plan.people, description),
              options.yes ?? false,
            ),
          signals,
          report,
        });
  try {
    if (model !== undefined) requireSameModel(model, run);
    const root = folder.slice(0, folder.lastIndexOf('/.vignette/'));
    return await execute(services, { root, run, plan, human: inputs.human, model }, signals, report);
  } finally {
    await model?.dispose();
  }
}

async function runToResume(services: Services, { run, root }: ResumeOptions): Promise<StoredRun> {
  const roots = [...(root === undefined ? [] : [root]), ...(await findRoots(services.files, services.cwd))];
  const found = await findRun(services.files, { cwd: services.cwd, roots }, run);
  if (found.kind === 'run') return found;
  throw new VignetteError({
    code: 'run/not-a-run',
    message: `${run} is a results file: only a run can be resumed.`,
    help: 'Name the run by its id or its folder.',
    audience: 'usage',
  });
}

function requireSameModel(model: Model, { manifest }: StoredRun): void {
  if (model.identity.where === manifest.model.where && model.identity.model === manifest.model.model) return;
  throw new VignetteError({
    code: 'run/model-changed',
    message: `The model of ${manifest.id} is another one now: ${model.identity.model} instead of ${manifest.model.model}.`,
    help: 'Bring the first one back, or start a new run.',
    audience: 'usage',
  });
}

function dataChanged(id: string): VignetteError {
  return new VignetteError({
    code: 'run/data-changed',
    message: `The human data or the rows of the panel changed since ${id} began.`,
    help: 'Bring the file back as it was, or start a new run: answers in the cache are used again.',
    audience: 'usage',
  });
}
