import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import { CommandId } from '../../language/commands';
import { listRuns } from '../../workspace/runStore';
import type { RunManifest } from '../../workspace/types';
import { requireTrust, showError, type Offer } from '../notify';
import { placeOf } from '../models/place';
import type { Contribution, EditorServices } from '../services';
import { findStudies, pathOf } from '../workspaceFiles';
import { withRunProgress } from './progress';
import type { RunEnd } from './runs';
import { asStudyTarget } from './target';

/** Stopping a run and going on with one that was cut off. */
export const control: Contribution = {
  name: 'stop and resume',
  register: (services) =>
    Disposable.from(
      commands.registerCommand(CommandId.stopRun, (argument: unknown) => {
        const target = asStudyTarget(argument);
        services.runs.stop(target && pathOf(Uri.parse(target.study)));
      }),
      commands.registerCommand(CommandId.resumeRun, (argument: unknown) => resume(services, argument)),
    ),
};

interface Stopped {
  readonly root: string;
  readonly manifest: RunManifest;
}

async function resume(services: EditorServices, argument: unknown): Promise<void> {
  if (!(await requireTrust())) return;
  try {
    const wanted = wantedOf(argument);
    const stopped = (await incompleteRuns(services)).filter(({ manifest }) => fits(manifest, wanted));
    const named = wanted.run !== undefined || wanted.study !== undefined;
    const chosen = named || stopped.length === 1 ? stopped[0] : await pick(stopped);
    if (chosen !== undefined) return await goOn(services, chosen);
    if (stopped.length > 0) return;
    void window.showInformationMessage('There is no run to resume: all runs of this workspace are complete.');
  } catch (error) {
    await showError(services.log, 'Resuming', error);
  }
}

async function goOn(services: EditorServices, { root, manifest }: Stopped): Promise<void> {
  const study = manifest.study.path;
  const keys = await services.secrets.keysFor(placeOf(manifest.entry ?? undefined).origins);
  const end = await withRunProgress(services, study, manifest.name, () =>
    services.runs.resume({ run: manifest.id, root, study }, manifest.name, keys),
  );
  await announceUnfinished(services, 'Resuming', end);
}

/** Says that a run failed or is not complete, and offers to go on where something was kept. */
export async function announceUnfinished(
  services: EditorServices,
  doing: string,
  end: RunEnd,
): Promise<void> {
  const offer = (run?: string): Offer => ({
    label: 'Resume',
    accept: () =>
      commands.executeCommand(CommandId.resumeRun, { run, study: Uri.file(end.study).toString() }),
  });
  if (end.error !== undefined) {
    const cutOff = end.error.code === 'run/process-died' && (await isResumable(services, end.study));
    return showError(services.log, doing, end.error, cutOff ? offer() : undefined);
  }
  if (end.result.complete) return;
  const { label, accept } = offer(end.result.run);
  const text = `The run is not complete. ${end.result.why ?? 'What was answered is kept.'}`;
  if ((await window.showWarningMessage(text, label)) === label) await accept();
}

async function isResumable(services: EditorServices, study: string): Promise<boolean> {
  return (await incompleteRuns(services)).some(({ manifest }) => manifest.study.path === study);
}

/** The incomplete runs of the projects in this workspace that are not going on in this window, newest first. */
export async function incompleteRuns({ projects, runs }: EditorServices): Promise<readonly Stopped[]> {
  const studies = (await findStudies()).map(pathOf);
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => pathOf(uri));
  const roots = new Set(folders);
  for (const study of studies) roots.add((await projects.of(study)).root);
  const found = await Promise.all(
    [...roots].map(async (root) =>
      (await listRuns(nodeFiles, root)).map(({ manifest }) => ({ root, manifest })),
    ),
  );
  return found
    .flat()
    .filter(({ manifest }) => manifest.state !== 'complete' && runs.of(manifest.study.path) === undefined)
    .sort((a, b) => b.manifest.createdMs - a.manifest.createdMs);
}

async function pick(stopped: readonly Stopped[]): Promise<Stopped | undefined> {
  if (stopped.length === 0) return undefined;
  const picked = await window.showQuickPick(
    stopped.map((run) => ({
      label: run.manifest.name,
      description: run.manifest.study.id,
      detail: run.manifest.why ?? 'It was cut off.',
      run,
    })),
    { title: 'Resume which run?' },
  );
  return picked?.run;
}

/** The run that the command was called with, or the study whose newest run is meant; else neither. */
function wantedOf(argument: unknown): { readonly run?: string; readonly study?: string } {
  if (typeof argument !== 'object' || argument === null) return {};
  const { run } = argument as Record<string, unknown>;
  const target = asStudyTarget(argument);
  return {
    ...(typeof run === 'string' ? { run } : {}),
    ...(target ? { study: pathOf(Uri.parse(target.study)) } : {}),
  };
}

function fits({ id, study }: RunManifest, wanted: ReturnType<typeof wantedOf>): boolean {
  return (
    (wanted.run === undefined || id === wanted.run) &&
    (wanted.study === undefined || study.path === wanted.study)
  );
}
