import { commands, Disposable, window, workspace } from 'vscode';
import type { PlanResult, SimulateOptions } from '../../app/types';
import { CommandId } from '../../language/commands';
import type { Study } from '../../study/types';
import type { Project } from '../../workspace/types';
import { config } from '../config';
import { requireTrust, showError } from '../notify';
import type { Contribution, EditorServices } from '../services';
import { onDisk, pathOf } from '../workspaceFiles';
import { confirmCost } from './confirm';
import { announceUnfinished } from './control';
import { mend } from './mend';
import { withRunProgress } from './progress';
import type { RunEnd } from './runs';
import { conditionOf, targetOf, type Target } from './target';

/** What is asked of the study besides its own defaults. */
type Overrides = Pick<SimulateOptions, 'conditions' | 'respondents'>;

export const simulate: Contribution = {
  name: 'simulate',
  register: (services) => {
    const command = (id: string, overrides: (target: Target) => Promise<Overrides | undefined>): Disposable =>
      commands.registerCommand(id, (argument: unknown) => start(services, argument, overrides));
    return Disposable.from(
      command(CommandId.simulateStudy, () => Promise.resolve({})),
      command(CommandId.simulateCondition, async (target) => {
        const condition = await conditionOf(target);
        return condition === undefined ? undefined : { conditions: [condition] };
      }),
      command(CommandId.pilot, ({ uri }) => Promise.resolve({ respondents: config.pilotRespondents(uri) })),
    );
  },
};

async function start(
  services: EditorServices,
  argument: unknown,
  overridesOf: (target: Target) => Promise<Overrides | undefined>,
): Promise<RunEnd | undefined> {
  if (!(await requireTrust())) return undefined;
  try {
    const target = await targetOf(services, argument);
    if (target === undefined || !(await ready(services, target))) return undefined;
    const overrides = await overridesOf(target);
    if (overrides === undefined) return undefined;
    return await simulateTarget(services, target, overrides);
  } catch (error) {
    await showError(services.log, 'Simulating', error);
    return undefined;
  }
}

/** Whether the study can be run as it stands: on disk, saved, without errors, not running already. */
async function ready(services: EditorServices, { uri, document }: Target): Promise<boolean> {
  if (!onDisk(uri)) {
    void window.showWarningMessage('Simulating needs the study on a disk. Save it there first.');
    return false;
  }
  const open = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
  if (open?.isDirty && !(await open.save())) {
    void window.showWarningMessage(
      'The study could not be saved, and a run reads it from the disk. Save it first.',
    );
    return false;
  }
  const errors = document.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const show = 'Show Problems';
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const text = `The study cannot be simulated as written: ${errors[0]?.message}${more}`;
    if ((await window.showErrorMessage(text, show)) === show)
      await commands.executeCommand('workbench.actions.view.problems');
    return false;
  }
  if (services.runs.of(pathOf(uri)) === undefined) return true;
  void window.showInformationMessage('This study is being simulated. Stop that run first, or wait for it.');
  return false;
}

async function simulateTarget(
  services: EditorServices,
  target: Target,
  overrides: Overrides,
): Promise<RunEnd | undefined> {
  const study = pathOf(target.uri);
  const concurrency = config.maxConcurrency();
  const options: SimulateOptions = {
    study,
    ...overrides,
    ...(concurrency === undefined ? {} : { concurrency }),
  };
  const project = await services.projects.of(study);
  const plan = await planWith(services, project, options, target.document.study.simulate);
  const place = await services.projects.modelOf(study, plan.model);
  if (!(await confirmCost(plan, plan.endpoint?.local ?? place.local))) return undefined;
  const title = overrides.conditions?.join(', ') ?? target.document.study.title;
  if (config.openResults() === 'start') await showResults(target);
  const attempt = { root: project.root, model: plan.model, origins: place.origins };
  const end = await runMending(services, options, title, attempt);
  await announceEnd(services, target, end);
  return end;
}

/** What the run would ask; where the study says `local`, the user may prefer the model of the editor. */
async function planWith(
  { runProcess, localConsent }: EditorServices,
  { models }: Project,
  options: SimulateOptions,
  { model, strategy }: Study['simulate'],
): Promise<PlanResult> {
  const ours = model === 'local' && !models.some(({ name }) => name === 'local');
  // Such a model gives no probabilities of tokens.
  if (ours && !['baseline', 'logprob'].includes(strategy)) await localConsent.ask();
  return runProcess.ask({ type: 'plan', options });
}

/** Runs; where the run could not begin for want of something that the user then gives, once more. */
async function runMending(
  services: EditorServices,
  options: SimulateOptions,
  title: string,
  attempt: { readonly root: string; readonly model: string; readonly origins: readonly string[] },
): Promise<RunEnd> {
  const mended = new Set<string>();
  for (;;) {
    const keys = await services.secrets.keysFor(attempt.origins);
    const end = await withRunProgress(services, options.study, title, () =>
      services.runs.simulate(options, title, keys),
    );
    const { error } = end;
    if (error === undefined || mended.has(error.code) || !(await mend(services, error, attempt))) return end;
    mended.add(error.code);
  }
}

function showResults({ uri, condition, outcome }: Target): Thenable<unknown> {
  return commands.executeCommand(CommandId.showResults, { study: uri.toString(), condition, outcome });
}

/** Says how a run ended, where the view does not say it by itself. */
async function announceEnd(services: EditorServices, target: Target, end: RunEnd): Promise<void> {
  if (end.error === undefined && config.openResults() === 'end') await showResults(target);
  await announceUnfinished(services, 'Simulating', end);
}
