import { VignetteError } from '../util/errors';
import type { Files } from './files';
import { readManifest, writeManifest } from './manifest';
import { isAbsolute, nameOf, resolvePath } from './paths';
import { readText } from './text';
import type { RunManifest } from './types';

/** A run on disk: its folder and what its manifest says. */
export interface StoredRun {
  readonly folder: string;
  readonly manifest: RunManifest;
}

export const runsFolder = (root: string): string => `${root}/.vignette/runs`;
export const cacheFolder = (root: string): string => `${root}/.vignette/cache`;
export const journalFolder = (run: string): string => run;
const studyCopy = (run: string): string => `${run}/study.yaml`;
export const resultsCopy = (run: string): string => `${run}/results.yaml`;

/** Makes `.vignette` below the root, with a `.gitignore` of its own that leaves all of it out. */
export async function makeStore(files: Files, root: string): Promise<void> {
  const ignore = `${root}/.vignette/.gitignore`;
  if ((await files.stat(ignore)) === undefined) await files.write(ignore, '*\n');
}

/** An id that no run of this project has: the base itself, else with `-2`, `-3` … behind it. */
export async function freeRunId(files: Files, root: string, base: string): Promise<string> {
  const taken = new Set(await files.list(runsFolder(root)));
  if (!taken.has(base)) return base;
  for (let next = 2; ; next += 1) if (!taken.has(`${base}-${next}`)) return `${base}-${next}`;
}

/** Writes the study's text and then the manifest, so that a folder with a manifest is whole. */
export async function createRun(
  files: Files,
  root: string,
  manifest: RunManifest,
  studyText: string,
): Promise<StoredRun> {
  const folder = `${runsFolder(root)}/${manifest.id}`;
  await files.write(studyCopy(folder), studyText);
  await writeManifest(files, folder, manifest);
  return { folder, manifest };
}

/** The runs of a project, newest first. Folders without a readable manifest are left out. */
export async function listRuns(files: Files, root: string): Promise<readonly StoredRun[]> {
  const runs: StoredRun[] = [];
  for (const name of await files.list(runsFolder(root))) {
    const folder = `${runsFolder(root)}/${name}`;
    const manifest = await readManifest(files, folder).catch(ifUnreadable);
    if (manifest !== undefined) runs.push({ folder, manifest });
  }
  return runs.sort((a, b) => b.manifest.createdMs - a.manifest.createdMs);
}

/** What a RUN argument can be. */
export type RunReference =
  ({ readonly kind: 'run' } & StoredRun) | { readonly kind: 'results'; readonly path: string };

/**
 * Finds a run by its id, its name, its folder, or its results file, looking in the projects at `roots`.
 * @throws VignetteError `run/unknown`, `run/ambiguous`, `run/no-manifest`.
 */
export async function findRun(
  files: Files,
  at: { readonly cwd: string; readonly roots: readonly string[] },
  reference: string,
): Promise<RunReference> {
  const path = resolvePath(at.cwd, reference);
  const found = await files.stat(path);
  if (found?.kind === 'file' && nameOf(path) !== 'run.json') return { kind: 'results', path };
  const folder = found?.kind === 'file' ? path.slice(0, -'/run.json'.length) : path;
  if (found !== undefined && (await files.stat(`${folder}/run.json`)) !== undefined)
    return { kind: 'run', folder, manifest: await readManifest(files, folder) };
  if (isAbsolute(reference)) throw unknownRun(reference, []);
  return { kind: 'run', ...(await findByName(files, at.roots, reference)) };
}

async function findByName(files: Files, roots: readonly string[], reference: string): Promise<StoredRun> {
  const runs = (await Promise.all(roots.map((root) => listRuns(files, root)))).flat();
  const byId = runs.find(({ manifest }) => manifest.id === reference);
  if (byId !== undefined) return byId;
  const named = runs.filter(
    ({ manifest }) => manifest.name === reference || `${manifest.study.id}/${manifest.name}` === reference,
  );
  const [newest] = named;
  if (newest === undefined)
    throw unknownRun(
      reference,
      runs.map(({ manifest }) => manifest.id),
    );
  const studies = [...new Set(named.map(({ manifest }) => manifest.study.id))];
  if (studies.length > 1) throw ambiguous(reference, studies);
  return newest;
}

/** The text of the study as it was when the run began. */
export function studyOfRun(files: Files, folder: string): Promise<string> {
  return readText(files, studyCopy(folder));
}

function ifUnreadable(error: unknown): undefined {
  if (error instanceof VignetteError) return undefined;
  throw error;
}

function unknownRun(reference: string, known: readonly string[]): VignetteError {
  const some = known.slice(0, 3).join(', ');
  return new VignetteError({
    code: 'run/unknown',
    message: `There is no run, run folder or results file called ${reference}.`,
    help: some === '' ? 'Simulate a study first: vignette simulate STUDY.' : `The newest runs are: ${some}.`,
    audience: 'usage',
  });
}

function ambiguous(reference: string, studies: readonly string[]): VignetteError {
  return new VignetteError({
    code: 'run/ambiguous',
    message: `Runs called ${reference} belong to several studies: ${studies.join(', ')}.`,
    help: `Say which: ${studies[0] ?? ''}/${reference}.`,
    audience: 'usage',
  });
}
