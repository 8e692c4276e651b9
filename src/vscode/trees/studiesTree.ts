import { Disposable, EventEmitter, Uri, window } from 'vscode';
import { formatW } from '../../chart/numbers';
import type { Results } from '../../results/types';
import { readHeading } from '../knowledge/heading';
import { logError } from '../log';
import { ViewId } from '../ids';
import { placeOf } from '../models/place';
import type { ResultsFile } from '../results/resultsFiles';
import { incompleteRuns } from '../run/control';
import type { Contribution, EditorServices } from '../services';
import { debounced, findStudies, onDisk, pathOf, shownPath, watch } from '../workspaceFiles';
import { treeItem, type Node } from './nodes';

/** The studies of the workspace, their runs and results, and the models they can ask. */
export const studiesTree: Contribution = {
  name: 'studies tree',
  register: (services) => {
    const changed = new EventEmitter<void>();
    const refresh = debounced(300, () => changed.fire());
    const view = window.createTreeView<Node>(ViewId.studies, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getTreeItem: treeItem,
        getChildren: (node) =>
          childrenOf(services, node).catch((error: unknown) => {
            logError(services.log, 'Listing studies', error);
            return [];
          }),
      },
    });
    return Disposable.from(
      view,
      changed,
      refresh,
      watch('**/*.study.{yaml,yml}', refresh.call),
      watch('**/vignette.{yaml,yml}', refresh.call),
      services.results.onChange(refresh.call),
      services.runs.onEnd(refresh.call),
    );
  },
};

async function childrenOf(services: EditorServices, node: Node | undefined): Promise<Node[]> {
  if (node === undefined) return topLevel();
  if (node.kind === 'study') return runsOf(services, Uri.parse(node.study));
  return node.kind === 'models' ? modelsOf(services) : [];
}

async function topLevel(): Promise<Node[]> {
  const nodes = await Promise.all(
    (await findStudies()).map(async (uri): Promise<Node> => {
      const { id, title } = await readHeading(uri);
      const path = shownPath(uri);
      return { kind: 'study', study: uri.toString(), title: title || id || path, path };
    }),
  );
  nodes.sort((a, b) => label(a).localeCompare(label(b)));
  return nodes.length === 0 ? [] : [...nodes, { kind: 'models' }];
}

function label(node: Node): string {
  return node.kind === 'study' ? node.path : '';
}

async function runsOf(services: EditorServices, uri: Uri): Promise<Node[]> {
  if (!onDisk(uri)) return [];
  const path = pathOf(uri);
  const results = (await services.results.of(path, (await readHeading(uri)).id)).map(resultsNode);
  const stopped = (await incompleteRuns(services))
    .filter(({ manifest }) => manifest.study.path === path)
    .map(({ manifest }): Node => ({
      kind: 'incompleteRun',
      run: manifest.id,
      name: manifest.name,
      why: manifest.why ?? 'cut off; can be resumed',
      study: uri.toString(),
    }));
  return [...stopped, ...results];
}

function resultsNode({ path, name, results }: ResultsFile): Node {
  return { kind: 'results', file: Uri.file(path).toString(), name, detail: summaryOf(results) };
}

function summaryOf({ evaluation, counts }: Results): string {
  const { w1, floor } = evaluation.summary;
  const distance =
    w1.stated === null ? '' : `W ${formatW(w1.stated)}${floor === null ? '' : ` (floor ${formatW(floor)})`}`;
  return [distance, counts.complete ? '' : 'incomplete', evaluation.stamp ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

async function modelsOf({ projects }: EditorServices): Promise<Node[]> {
  const studies = (await findStudies()).map(pathOf);
  const found = await Promise.all(studies.map((study) => projects.of(study)));
  const entries = new Map(found.flatMap(({ models }) => models).map((entry) => [entry.name, entry]));
  return [...entries.values()].map((entry): Node => {
    const { origins } = placeOf(entry);
    const detail =
      entry.kind === 'openai'
        ? `${entry.model} at ${origins.join(', ')}`
        : [entry.kind, entry.kind === 'editor' ? entry.model : undefined].filter(Boolean).join(' ');
    return { kind: 'model', name: entry.name, detail, origin: origins[0] ?? '' };
  });
}
