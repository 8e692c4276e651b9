import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import { CommandId } from '../../language/commands';
import { listRuns } from '../../workspace/runStore';
import type { RunManifest } from '../../workspace/types';
import { requireTrust, showError } from '../notify';
import { placeOf } from '../models/place';
import type { Contribution, EditorServices } from '../services';
import { findStudies, pathOf } from '../workspaceFiles';
import { withRunProgress } from './progress';
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
    const stopped = await incompleteRuns(services);
    const id = runArgument(argument);
    const chosen =
      id === undefined ? await pick(stopped) : stopped.find(({ manifest }) => manifest.id === id);
    if (chosen !== undefined) return await goOn(services, chosen);
    if (id === undefined && stopped.length > 0) return;
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
  if (end.error !== undefined) return showError(services.log, 'Resuming', end.error);
  if (!end.result.complete)
    void window.showWarningMessage(
      `The run is not complete. ${end.result.why ?? 'It can be resumed again.'}`,
    );
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
    .filter(({ manifest }) => manifest.state !== 'complete' && runs.of(manifest.study.path) === undefined);
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

function runArgument(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { run } = argument as Record<string, unknown>;
  return typeof run === 'string' ? run : undefined;
}
