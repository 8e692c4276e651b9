import { commands, Disposable, window, workspace } from 'vscode';
import type { DoctorResult } from '../../app/types';
import { CommandId } from '../../language/commands';
import { showError } from '../notify';
import type { Contribution, EditorServices } from '../services';
import { pathOf } from '../workspaceFiles';
import { offerModel } from './mend';

/** What is missing on this machine, and the log. */
export const doctor: Contribution = {
  name: 'doctor and log',
  register: (services) =>
    Disposable.from(
      commands.registerCommand(CommandId.doctor, () => examine(services)),
      commands.registerCommand(CommandId.showLog, () => services.log.show()),
    ),
};

/** What the doctor tells to type where the embedded engine or its model is missing. */
const getsModel = 'vignette models get embedded';

async function examine(services: EditorServices): Promise<void> {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  const root = folder === undefined ? pathOf(services.context.globalStorageUri) : pathOf(folder.uri);
  const title = 'Vignette: looking at this machine';
  try {
    const found = await window.withProgress({ location: { viewId: 'vignette.studies' }, title }, () =>
      services.runProcess.ask({ type: 'doctor', root }),
    );
    await services.documents.show('doctor.md', doctorText(found));
    if (found.checks.some(({ mend }) => mend === getsModel)) await offerModel(services);
  } catch (error) {
    await showError(services.log, 'Examining this machine', error);
  }
}

function doctorText({ checks, ok }: DoctorResult): string {
  const lines = checks.map(({ name, ok: fine, found, mend }) =>
    [`- ${fine ? '✓' : '✗'} ${name}: ${found}`, ...(mend === null ? [] : [`  \`${mend}\``])].join('\n'),
  );
  return `${ok ? 'Everything is in place.' : 'Something is missing; below is what mends it.'}\n\n${lines.join('\n')}\n`;
}
