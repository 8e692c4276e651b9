import { commands, window, workspace } from 'vscode';
import { CommandId } from '../language/commands';
import { asVignetteError } from '../util/errors';
import { logError, type Log } from './log';

/** Says what went wrong and what to do; cancelled work is no news. */
export async function showError(log: Log, doing: string, error: unknown): Promise<void> {
  const known = asVignetteError(error);
  logError(log, doing, error);
  if (known.code === 'run/cancelled') return;
  const text = `${doing}: ${known.message} ${known.help}`;
  const action = known.code.startsWith('model/') ? 'Run the Doctor' : 'Show Log';
  const chosen = await window.showErrorMessage(text, action);
  if (chosen !== undefined)
    await commands.executeCommand(chosen === 'Show Log' ? CommandId.showLog : CommandId.doctor);
}

/** Whether simulating is allowed here; if not, says why and offers to manage trust. */
export async function requireTrust(): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = 'Manage Workspace Trust';
  const chosen = await window.showWarningMessage(
    'Simulating is off in Restricted Mode, since it reads the data files and calls the models that this workspace names. Writing studies and viewing results work.',
    manage,
  );
  if (chosen === manage) await commands.executeCommand('workbench.trust.manage');
  return workspace.isTrusted;
}
