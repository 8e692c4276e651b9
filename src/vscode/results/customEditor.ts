import { Disposable, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import { readResults } from '../../results/file';
import type { ResultsState } from '../../protocol/views';
import type { Results } from '../../results/types';
import { asVignetteError } from '../../util/errors';
import { ViewId } from '../ids';
import { pathOf, shownPath } from '../workspaceFiles';
import type { Contribution, EditorServices } from '../services';
import { viewOptions, viewPage } from '../webview';
import { resultsName } from './resultsFiles';
import { resultsState } from './resultsState';
import { studyWithId } from './studyOfResults';
import { connectView } from './view';
import { handle } from './viewMessages';

/** Results files open as charts; their text stays what source control compares. */
export const customEditor: Contribution = {
  name: 'results editor',
  register: (services) =>
    window.registerCustomEditorProvider(
      ViewId.results,
      { resolveCustomTextEditor: (document, panel) => open(services, document, panel) },
      { supportsMultipleEditorsPerDocument: true },
    ),
};

function open(services: EditorServices, document: TextDocument, panel: WebviewPanel): void {
  const extension = services.context.extensionUri;
  panel.webview.options = viewOptions(extension);
  const view = connectView(
    panel.webview,
    services.log,
    () => stateOf(services, document),
    async (message) => {
      const read = tryRead(document.getText());
      const study = 'results' in read ? await studyWithId(read.results.evaluation.study) : undefined;
      await handle(services, { study, file: document.uri }, message);
    },
  );
  panel.webview.html = viewPage(panel.webview, extension, 'results', 'Vignette Results');
  const listening = Disposable.from(
    view,
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) view.update();
    }),
    panel.onDidDispose(() => void listening.dispose()),
  );
}

async function stateOf(services: EditorServices, document: TextDocument): Promise<ResultsState> {
  const read = tryRead(document.getText());
  const results = 'results' in read ? read.results : undefined;
  const uri = results && (await studyWithId(results.evaluation.study));
  const study = uri && services.studies.read(await workspace.openTextDocument(uri)).study;
  return resultsState({
    studyPath: uri === undefined ? '' : shownPath(uri),
    study,
    name: resultsName(pathOf(document.uri)),
    results,
    run: undefined,
    problem: 'problem' in read ? read.problem : undefined,
    reveal: undefined,
  });
}

function tryRead(
  text: string,
): { readonly results: Results } | { readonly problem: { readonly message: string; readonly help: string } } {
  try {
    return { results: readResults(text) };
  } catch (error) {
    const { message, help } = asVignetteError(error);
    return { problem: { message, help } };
  }
}
