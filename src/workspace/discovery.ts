import type { Files } from './files';
import { foldersUp, nameOf } from './paths';

const projectFile = 'vignette.yaml';
const deepest = 3;
const most = 2_000;
const skipped = new Set(['node_modules', '.git', '.vignette', 'dist', 'out']);

/** The nearest `vignette.yaml` at or above a folder, not looking above the root of a git repository. */
export async function findProjectFile(files: Files, folder: string): Promise<string | undefined> {
  for (const above of foldersUp(folder)) {
    const path = `${above === '/' ? '' : above}/${projectFile}`;
    if ((await files.stat(path))?.kind === 'file') return path;
    if ((await files.stat(`${above}/.git`)) !== undefined) return undefined;
  }
  return undefined;
}

/** The folders whose runs a person at `folder` may mean: those above it with runs, then those below, nearest first. */
export async function findRoots(files: Files, folder: string): Promise<readonly string[]> {
  const roots: string[] = [];
  for (const above of foldersUp(folder)) {
    if ((await files.stat(`${above}/.vignette/runs`)) !== undefined) roots.push(above);
    if ((await files.stat(`${above}/.git`)) !== undefined) break;
  }
  for await (const below of foldersBelow(files, folder))
    if (!roots.includes(below) && (await files.stat(`${below}/.vignette/runs`)) !== undefined)
      roots.push(below);
  return roots;
}

/** Study files at or below a folder, in the order of their paths. */
export async function findStudies(files: Files, folder: string): Promise<readonly string[]> {
  const studies = (await files.list(folder)).filter(isStudy).map((name) => `${folder}/${name}`);
  for await (const below of foldersBelow(files, folder))
    studies.push(...(await files.list(below)).filter(isStudy).map((name) => `${below}/${name}`));
  return studies.sort();
}

function isStudy(name: string): boolean {
  return name.endsWith('.study.yaml') || name.endsWith('.study.yml');
}

async function* foldersBelow(files: Files, top: string): AsyncIterable<string> {
  let looked = 0;
  let level: readonly string[] = [top];
  for (let depth = 0; depth < deepest; depth += 1) {
    const next: string[] = [];
    for (const folder of level)
      for (const name of await files.list(folder)) {
        if (name.startsWith('.') || skipped.has(name) || nameOf(name).includes('.')) continue;
        if ((looked += 1) > most) return;
        if ((await files.stat(`${folder}/${name}`))?.kind !== 'folder') continue;
        next.push(`${folder}/${name}`);
        yield `${folder}/${name}`;
      }
    level = next;
  }
}
