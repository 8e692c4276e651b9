import { Disposable, ViewColumn, window, workspace, type Uri, type WebviewPanel } from 'vscode';
import type { ResultsState } from '../../protocol/views';
import { onDisk, pathOf, shownPath } from '../workspaceFiles';
import type { EditorServices } from '../services';
import { viewOptions, viewPage } from '../webview';
import { combineResults } from './combine';
import { resultsState } from './resultsState';
import { connectView, type View } from './view';
import { handle } from './viewMessages';

export type Place = { readonly condition: string | undefined; readonly outcome: string | undefined };

/** The results of a study beside its text; one panel a study. */
export interface ResultsPanel extends Disposable {
  readonly study: Uri;
  reveal(place: Place, takeFocus: boolean): void;
  update(): void;
  /** What the view says went wrong; undefined takes it away. */
  problem(problem: ResultsState['problem']): void;
}

export function createResultsPanel(
  services: EditorServices,
  { study, id }: { readonly study: Uri; readonly id: string },
  closed: () => void,
): ResultsPanel {
  const extension = services.context.extensionUri;
  const panel = window.createWebviewPanel(
    'vignette.resultsView',
    `Results: ${id}`,
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    viewOptions(extension),
  );
  let wanted: Place | undefined;
  let problem: ResultsState['problem'];
  const state = async (): Promise<ResultsState> => {
    const made = await stateOf(services, study, wanted, problem);
    wanted = undefined;
    panel.title = `Results: ${made.results?.evaluation.study ?? id}`;
    return made;
  };
  const view: View = connectView(panel.webview, services.log, state, (message) =>
    handle(services, { study, file: undefined }, message),
  );
  panel.webview.html = viewPage(panel.webview, extension, 'results', 'Vignette Results');
  const listening = Disposable.from(
    view,
    services.runs.onChange(view.update),
    services.knowledge.onChange((uri) => {
      if (uri.toString() === study.toString()) view.update();
    }),
    panel.onDidDispose(() => {
      listening.dispose();
      closed();
    }),
  );
  return {
    study,
    reveal: (place, takeFocus) => {
      wanted = place;
      if (takeFocus) show(panel);
      view.update();
    },
    update: view.update,
    problem: (now) => {
      problem = now;
      view.update();
    },
    dispose: () => void panel.dispose(),
  };
}

function show(panel: WebviewPanel): void {
  panel.reveal(panel.viewColumn ?? ViewColumn.Beside, true);
}

async function stateOf(
  services: EditorServices,
  uri: Uri,
  wanted: Place | undefined,
  problem: ResultsState['problem'],
): Promise<ResultsState> {
  const { study } = services.studies.read(await workspace.openTextDocument(uri));
  const files = onDisk(uri) ? await services.results.of(pathOf(uri), study.id) : [];
  const results = combineResults(files.map((file) => file.results));
  return resultsState({
    studyPath: shownPath(uri),
    study,
    name: files[0]?.name ?? '',
    results,
    run: services.runs.of(pathOf(uri)),
    problem,
    reveal: cellAt(results?.evaluation.cells ?? [], wanted),
  });
}

/** The first cell at a place: a condition's first question, a question's first condition. */
function cellAt(
  cells: readonly { readonly condition: string; readonly outcome: string }[],
  place: Place | undefined,
): ResultsState['reveal'] {
  if (place === undefined || (place.condition === undefined && place.outcome === undefined)) return undefined;
  const cell = cells.find(
    ({ condition, outcome }) =>
      (place.condition ?? condition) === condition && (place.outcome ?? outcome) === outcome,
  );
  return cell && { condition: cell.condition, outcome: cell.outcome };
}
