import { readProjectFile } from '../study/project';
import { findProjectFile } from './discovery';
import type { Files } from './files';
import { folderOf, resolvePath } from './paths';
import { readText } from './text';
import type { Project } from './types';

const limitBytes = 1_000_000;

/**
 * The project that a study (or any file at this absolute path) belongs to: the nearest `vignette.yaml` at or above
 * its folder, else the defaults for that folder.
 * @throws VignetteError `file/encoding`, `file/too-large`, `file/unreadable` for a project file that cannot be read.
 */
export async function loadProject(files: Files, studyPath: string): Promise<Project> {
  const folder = folderOf(studyPath);
  const file = await findProjectFile(files, folder);
  if (file === undefined) return { ...defaults, root: folder, results: `${folder}/results` };
  const root = folderOf(file);
  const { models, budget, results, prompts, diagnostics } = readProjectFile(
    await readText(files, file, limitBytes),
  );
  return {
    root,
    file,
    models,
    budget,
    results: resolvePath(root, results ?? 'results'),
    prompts,
    diagnostics,
  };
}

const defaults = {
  file: undefined,
  models: [],
  budget: { usd: undefined, calls: undefined, tokens: undefined },
  prompts: {},
  diagnostics: [],
} as const;
