import type { Disposable } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import { folderOf } from '../../workspace/paths';
import { loadProject } from '../../workspace/project';
import type { Project } from '../../workspace/types';
import { watch } from '../workspaceFiles';
import { placeOf, type ModelPlace } from './place';

/** The project files, read once a version. */
export interface Projects extends Disposable {
  /** The project of a study: `vignette.yaml` at or above it, or the defaults. */
  of(study: string): Promise<Project>;
  modelOf(study: string, model: string): Promise<ModelPlace>;
}

export function createProjects(): Projects {
  const known = new Map<string, Promise<Project>>();
  const watcher = watch('**/vignette.{yaml,yml}', () => known.clear());
  const of = (study: string): Promise<Project> => {
    const folder = folderOf(study);
    const found = known.get(folder) ?? loadProject(nodeFiles, study);
    known.set(folder, found);
    found.catch(() => known.delete(folder));
    return found;
  };
  return {
    of,
    modelOf: async (study, name) => placeOf((await of(study)).models.find((entry) => entry.name === name)),
    dispose: () => void watcher.dispose(),
  };
}
