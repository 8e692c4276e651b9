import { commands, ProgressLocation, window } from 'vscode';
import { CommandId } from '../../language/commands';
import type { VignetteError } from '../../util/errors';
import type { EditorServices } from '../services';

/** What the run that could not begin was about. */
interface Attempt {
  readonly root: string;
  readonly model: string;
  /** The hosts of the model, which may need a key. */
  readonly origins: readonly string[];
}

/**
 * Offers what would let a run begin that could not: getting the embedded model, trusting a host with a key,
 * setting a key. Resolves to true when it was done and the run is worth another try.
 */
export async function mend(
  services: EditorServices,
  error: VignetteError,
  attempt: Attempt,
): Promise<boolean> {
  switch (error.code) {
    case 'model/embedded-missing':
      return offerModel(services);
    case 'model/untrusted-key':
      return trustModel(services, error, attempt);
    case 'model/missing-key':
      return setKey(services, error, attempt);
    default:
      return false;
  }
}

/** Offers to get the embedded engine and its model; true when they are there now. */
export async function offerModel({ runProcess }: EditorServices): Promise<boolean> {
  const get = 'Get the Model';
  const chosen = await window.showInformationMessage(
    'There is no model yet. Vignette can get a small one that runs on this machine: 98 MB, and the engine that runs it. It exercises everything and is no evidence about people.',
    get,
    'Name Another Model',
  );
  if (chosen === 'Name Another Model') await commands.executeCommand(CommandId.addModel);
  if (chosen !== get) return false;
  await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Vignette: getting the model', cancellable: true },
    (report, token) => {
      let shown = 0;
      let request: number | undefined;
      token.onCancellationRequested(() => {
        if (request !== undefined) runProcess.stop(request, true);
      });
      return runProcess.ask(
        { type: 'getModel' },
        {
          sent: (id) => {
            request = id;
          },
          reply: (reply) => {
            if (reply.type !== 'status') return;
            const share = Math.max(reply.share ?? shown, shown);
            report.report({ message: reply.text, increment: (share - shown) * 100 });
            shown = share;
          },
        },
      );
    },
  );
  return true;
}

async function trustModel(
  { runProcess }: EditorServices,
  error: VignetteError,
  { root, model, origins }: Attempt,
): Promise<boolean> {
  const yes = 'Send the Key There';
  const detail = `From now on the key may go to ${origins.join(', ')}, in every project of yours. Say yes only if you know this host.`;
  if ((await window.showWarningMessage(error.message, { modal: true, detail }, yes)) !== yes) return false;
  await runProcess.ask({ type: 'trustModel', root, model });
  return true;
}

async function setKey(
  { secrets }: EditorServices,
  error: VignetteError,
  { origins: [origin] }: Attempt,
): Promise<boolean> {
  const set = 'Set Key';
  if (origin === undefined || (await window.showErrorMessage(error.message, set)) !== set) return false;
  await commands.executeCommand(CommandId.setKey, { origin });
  return secrets.has(origin);
}
