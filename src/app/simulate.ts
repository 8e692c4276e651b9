import type { Model } from '../simulate/types';
import { openQuestion, requireConsent } from './inputs/consent';
import { execute } from './runs/execute';
import { newRun, planRun, type PlannedRun } from './runs/newRun';
import { openModel } from './runs/openModel';
import { withVectors } from './runs/similarity';
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
  const planned = await planRun(services, options, signals.stop);
  const { loaded, inputs, chosen } = planned;
  const model = await readyModel(services, planned, options, signals, report);
  try {
    const { root } = loaded.project;
    const { entry, budget } = chosen;
    const comparing = { root, plan: planned.plan, ...inputs, entry };
    const { plan, spent } = await withVectors(services, comparing, { model, budget }, signals.stop);
    const run = await newRun(services, { ...planned, plan }, options, model?.identity);
    const work = { root, run, plan, human: inputs.human, model, spent };
    return await execute(services, work, signals, report);
  } finally {
    await model?.dispose();
  }
}

async function readyModel(
  services: Services,
  { loaded, chosen, plan }: PlannedRun,
  options: SimulateOptions,
  signals: Signals,
  report: Report,
): Promise<Model | undefined> {
  const { study, project } = loaded;
  const { entry } = chosen;
  if (entry === undefined) return undefined;
  return openModel(services, entry, {
    root: project.root,
    given: options.endpoint !== undefined,
    consent: async (description) =>
      requireConsent(
        services,
        await openQuestion(services, study, plan.people, description),
        options.yes ?? false,
      ),
    signals,
    report,
  });
}
