import { commands, window, workspace } from 'vscode';
import { CommandId } from '../language/commands';
import { asVignetteError } from '../util/errors';
import { logError, type Log } from './log';

/** A button of a message: what it says, and what it does. */
export interface Offer {
  readonly label: string;
  readonly accept: () => Thenable<unknown>;
}

/** Says what went wrong and what to do, `offer` first; cancelled work is no news. */
export async function showError(log: Log, doing: string, error: unknown, offer?: Offer): Promise<void> {
  const known = asVignetteError(error);
  logError(log, doing, error);
  if (known.code === 'run/cancelled') return;
  const text = `${doing}: ${known.message} ${known.help}`;
  const action = known.code.startsWith('model/') ? 'Run the Doctor' : 'Show Log';
  const chosen = await window.showErrorMessage(text, ...(offer ? [offer.label] : []), action);
  if (offer !== undefined && chosen === offer.label) await offer.accept();
  else if (chosen !== undefined)
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
