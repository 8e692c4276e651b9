import type { Model } from '../simulate/types';
import { VignetteError } from '../util/errors';
import type { StoredRun } from '../workspace/runStore';
import { openQuestion, requireConsent } from './inputs/consent';
import { execute } from './runs/execute';
import { openModel } from './runs/openModel';
import { reopenRun, type RunToReopen } from './runs/reopenRun';
import { withVectors } from './runs/similarity';
import type { Report, Services, Signals } from './services';
import type { SimulateOptions, SimulateResult } from './types';

export interface ResumeOptions extends RunToReopen {
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
  const { run: found, root, loaded, inputs, plan: known } = await reopenRun(services, options, signals.stop);
  const budget = { ...found.manifest.budget, ...options.budget };
  const run = { ...found, manifest: { ...found.manifest, budget } };
  const { manifest } = run;
  const model =
    manifest.entry === null
      ? undefined
      : await openModel(services, manifest.entry, {
          root: loaded.project.root,
          given: false,
          consent: async (description) =>
            requireConsent(
              services,
              await openQuestion(services, loaded.study, known.people, description),
              options.yes ?? false,
            ),
          signals,
          report,
        });
  try {
    if (model !== undefined) requireSameModel(model, run);
    const comparing = { root, plan: known, ...inputs, entry: manifest.entry ?? undefined };
    const { plan, spent } = await withVectors(services, comparing, { model, budget }, signals.stop);
    const work = { root, run, plan, human: inputs.human, model, spent };
    return await execute(services, work, signals, report);
  } finally {
    await model?.dispose();
  }
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
