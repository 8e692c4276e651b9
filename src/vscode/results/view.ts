import type { Disposable, Webview } from 'vscode';
import { isFromView } from '../../protocol/guards';
import type { FromView, ToView, ViewState } from '../../protocol/views';
import { logError, type Log } from '../log';

/** A webview that draws a state: it gets the newest one when it is up, and whenever `update` is called. */
export interface View extends Disposable {
  readonly update: () => void;
}

/** Ties a webview to what it draws and to what is done at its wish. Messages that are none are left out. */
export function connectView(
  webview: Webview,
  log: Log,
  state: () => Promise<ViewState>,
  wish: (message: Exclude<FromView, { readonly type: 'ready' }>) => Promise<void>,
): View {
  let up = false;
  let turn = 0;
  const post = async (): Promise<void> => {
    const mine = ++turn;
    const message: ToView = { type: 'state', state: await state() };
    // A later update has newer facts; an older state must not be drawn over it.
    if (mine === turn) await webview.postMessage(message);
  };
  const update = (): void => {
    if (up) post().catch((error: unknown) => logError(log, 'Drawing a view', error));
  };
  const listening = webview.onDidReceiveMessage((message: unknown) => {
    if (!isFromView(message)) return log.warn('A view sent something that is no message of ours.');
    if (message.type === 'ready') {
      up = true;
      return update();
    }
    wish(message).catch((error: unknown) => logError(log, 'Doing what a view asked for', error));
  });
  return { update, dispose: () => void listening.dispose() };
}
