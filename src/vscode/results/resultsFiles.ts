import { EventEmitter, type Disposable, type Event } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import { readResults } from '../../results/file';
import type { Results } from '../../results/types';
import { nameOf } from '../../workspace/paths';
import { readText } from '../../workspace/text';
import { logError, type Log } from '../log';
import type { Projects } from '../models/projects';
import { watch } from '../workspaceFiles';

/** A results file as read. */
export interface ResultsFile {
  readonly path: string;
  readonly name: string;
  readonly modifiedMs: number;
  readonly results: Results;
}

/** The results files of the workspace's studies, parsed once a version. */
export interface ResultsFiles extends Disposable {
  /** A results file appeared, changed or went. */
  readonly onChange: Event<void>;
  /** Newest first. Files that cannot be read are left out and logged. */
  of(studyPath: string, studyId: string): Promise<readonly ResultsFile[]>;
  /** @throws VignetteError when it is no results file. */
  read(path: string): Promise<ResultsFile>;
}

const ending = '.results.yaml';

export function createResultsFiles(projects: Projects, log: Log): ResultsFiles {
  const parsed = new Map<string, ResultsFile & { readonly size: number }>();
  const change = new EventEmitter<void>();
  const watcher = watch(`**/*${ending}`, () => change.fire());

  const read = async (path: string): Promise<ResultsFile> => {
    const stat = await nodeFiles.stat(path);
    const before = parsed.get(path);
    if (before !== undefined && before.modifiedMs === stat?.modifiedMs && before.size === stat.size)
      return before;
    const file = {
      path,
      name: resultsName(path),
      modifiedMs: stat?.modifiedMs ?? 0,
      size: stat?.size ?? 0,
      results: readResults(await readText(nodeFiles, path)),
    };
    parsed.set(path, file);
    return file;
  };
  const readOrLog = (path: string): Promise<ResultsFile | undefined> =>
    read(path).catch((error: unknown) => {
      logError(log, `Reading ${path}`, error);
      return undefined;
    });
  return {
    onChange: change.event,
    read,
    of: async (studyPath, studyId) => {
      const folder = `${(await projects.of(studyPath)).results}/${studyId}`;
      const names = (await nodeFiles.list(folder)).filter((name) => name.endsWith(ending));
      const files = await Promise.all(names.map((name) => readOrLog(`${folder}/${name}`)));
      return files
        .filter((file) => file !== undefined)
        .sort((a, b) => b.modifiedMs - a.modifiedMs || a.name.localeCompare(b.name));
    },
    dispose: () => {
      watcher.dispose();
      change.dispose();
    },
  };
}

/** The name of a run from the path of its results file. */
export function resultsName(path: string): string {
  const name = nameOf(path);
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
