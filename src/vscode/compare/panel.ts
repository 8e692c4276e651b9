import { ViewColumn, window, type Disposable } from 'vscode';
import type { CompareState } from '../../protocol/views';
import { studyWithId } from '../results/studyOfResults';
import { connectView } from '../results/view';
import { handle } from '../results/viewMessages';
import type { EditorServices } from '../services';
import { viewOptions, viewPage } from '../webview';

/** Shows what moved between two runs, and what changed in their set-up. */
export function showComparison(services: EditorServices, state: CompareState): Disposable {
  const extension = services.context.extensionUri;
  const title = `${state.a.name} ↔ ${state.b.name}`;
  const panel = window.createWebviewPanel(
    'vignette.compareView',
    `Compare: ${title}`,
    ViewColumn.Active,
    viewOptions(extension),
  );
  const view = connectView(
    panel.webview,
    services.log,
    () => Promise.resolve(state),
    async (message) => {
      const study = await studyWithId(state.b.results.evaluation.study);
      await handle(services, { study, file: undefined }, message);
    },
  );
  panel.webview.html = viewPage(panel.webview, extension, 'compare', title);
  panel.onDidDispose(() => void view.dispose());
  return panel;
}
