import { commands, Disposable, Uri, window, type TextEditor } from 'vscode';
import { CommandId } from '../../language/commands';
import { ViewId } from '../ids';
import { isStudy } from '../knowledge/studyDocuments';
import { showError } from '../notify';
import type { RunEnd } from '../run/runs';
import { targetOf } from '../run/target';
import type { Contribution, EditorServices } from '../services';
import { debounced, pathOf } from '../workspaceFiles';
import { createResultsPanel, type Place, type ResultsPanel } from './panel';

const afterMovingMs = 200;

/** The results view beside the study: opened by commands, following the cursor. */
export const resultsView: Contribution = {
  name: 'results view',
  register: (services) => {
    const panels = new Map<string, ResultsPanel>();
    const follow = debounced(afterMovingMs, () => followCursor(services, panels, window.activeTextEditor));
    const show = (argument: unknown): Promise<void> => showResults(services, panels, argument);
    return Disposable.from(
      follow,
      { dispose: () => panels.forEach((panel) => void panel.dispose()) },
      commands.registerCommand(CommandId.showResults, show),
      commands.registerCommand(CommandId.showDistributions, show),
      services.runs.onEnd((end) => sayProblem(panels, end)),
      services.runs.onChange(() => clearProblems(services, panels)),
      window.onDidChangeTextEditorSelection(follow.call),
    );
  },
};

async function showResults(
  services: EditorServices,
  panels: Map<string, ResultsPanel>,
  argument: unknown,
): Promise<void> {
  try {
    if (argument instanceof Uri && argument.path.endsWith('.results.yaml')) {
      await commands.executeCommand('vscode.openWith', argument, ViewId.results);
      return;
    }
    const target = await targetOf(services, argument);
    if (target === undefined) return;
    const key = target.uri.toString();
    const panel =
      panels.get(key) ??
      createResultsPanel(services, { study: target.uri, id: target.document.study.id }, () =>
        panels.delete(key),
      );
    panels.set(key, panel);
    panel.reveal(target, true);
  } catch (error) {
    await showError(services.log, 'Showing results', error);
  }
}

function followCursor(
  services: EditorServices,
  panels: ReadonlyMap<string, ResultsPanel>,
  editor: TextEditor | undefined,
): void {
  if (editor === undefined || !isStudy(editor.document)) return;
  const panel = panels.get(editor.document.uri.toString());
  if (panel === undefined) return;
  const path = services.studies.read(editor.document).nodeAt(editor.selection.active)?.path ?? [];
  const place = placeOf(path);
  if (place !== undefined) panel.reveal(place, false);
}

function placeOf([section, id]: readonly (string | number)[]): Place | undefined {
  if (typeof id !== 'string') return undefined;
  if (section === 'conditions') return { condition: id, outcome: undefined };
  if (section === 'outcomes') return { condition: undefined, outcome: id };
  return undefined;
}

function sayProblem(panels: ReadonlyMap<string, ResultsPanel>, end: RunEnd): void {
  const panel = [...panels.values()].find(({ study }) => pathOf(study) === end.study);
  if (end.error !== undefined) panel?.problem({ message: end.error.message, help: end.error.help });
  else if (!end.result.complete)
    panel?.problem({
      message: end.result.why ?? 'The run is not complete.',
      help: 'What was answered is kept; "Vignette: Resume Run" goes on from there.',
    });
}

function clearProblems({ runs }: EditorServices, panels: ReadonlyMap<string, ResultsPanel>): void {
  for (const panel of panels.values())
    if (runs.of(pathOf(panel.study))?.phase === 'preparing') panel.problem(undefined);
}
