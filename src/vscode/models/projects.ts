import type { Disposable } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import { folderOf } from '../../workspace/paths';
import { loadProject } from '../../workspace/project';
import type { ModelEntry, Project } from '../../workspace/types';
import { watch } from '../workspaceFiles';

/** Where the calls of a run go. */
export interface ModelPlace {
  /** The hosts that may be sent a key; empty where no key is used. */
  readonly origins: readonly string[];
  /** Nothing leaves this machine, nothing is paid. */
  readonly local: boolean;
}

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

/** A name without an entry is `local` or `embedded`: this machine. */
export function placeOf(entry: ModelEntry | undefined): ModelPlace {
  if (entry === undefined || entry.kind === 'embedded') return { origins: [], local: true };
  const addresses = entry.baseUrl
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address));
  return {
    origins: addresses.map(({ origin }) => origin),
    local: addresses.every(({ hostname }) => isLoopback(hostname)),
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
