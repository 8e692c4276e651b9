import { asVignetteError } from '../../util/errors';
import { findRoots } from '../../workspace/discovery';
import { isInside } from '../../workspace/paths';
import { cacheFolder, listRuns, type StoredRun } from '../../workspace/runStore';
import type { Services } from '../services';
import { namedAnswers } from './named';

export interface CleanOptions {
  /** Removes; otherwise it is asked, and without somebody to ask nothing goes. */
  readonly yes?: boolean;
  /** Runs that a results file names, and unfinished ones, go too. */
  readonly all?: boolean;
  readonly keepCache?: boolean;
}

/** Why something stays. */
export type Kept = 'running' | 'named-by-results' | 'unfinished' | 'in-use' | 'asked-to-keep' | 'elsewhere';

export interface CleanPart {
  readonly kind: 'cache' | 'run';
  /** The run's id; of a cache the folder. */
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  /** Null: it goes. */
  readonly kept: Kept | null;
}

export interface CleanResult {
  readonly parts: readonly CleanPart[];
  /** Of everything together. */
  readonly bytes: number;
  /** Of what goes or would go. */
  readonly freed: number;
  readonly removed: boolean;
}

/**
 * The sizes of the caches and runs of the projects here, and what of them goes: the caches, and complete runs that no
 * results file names. A run that another process writes stays in any case, and so does the cache beside it.
 * @throws VignetteError those of the disk.
 */
export async function clean(services: Services, options: CleanOptions): Promise<CleanResult> {
  const roots = await findRoots(services.files, services.cwd);
  const parts = (await Promise.all(roots.map((root) => partsOf(services, root, options)))).flat();
  const going = parts.filter(({ kept }) => kept === null);
  const agreed = going.length > 0 && (options.yes === true || (await asked(services, going)));
  if (agreed) for (const part of going) await remove(services, part);
  return { parts, bytes: sum(parts), freed: sum(going), removed: agreed };
}

function asked({ ask }: Services, going: readonly CleanPart[]): Promise<boolean> {
  return ask.confirm({
    message: `Remove ${going.length === 1 ? 'one folder' : `${going.length} folders`}?`,
    detail: going.map(({ folder }) => folder).join('\n'),
    yes: 'Remove',
  });
}

function sum(parts: readonly CleanPart[]): number {
  return parts.reduce((bytes, part) => bytes + part.bytes, 0);
}

async function partsOf(
  services: Services,
  root: string,
  options: CleanOptions,
): Promise<readonly CleanPart[]> {
  const runs = await listRuns(services.files, root);
  const named = await namedAnswers(services.files, runs);
  const parts: CleanPart[] = [];
  for (const run of runs) {
    const { folder, manifest } = run;
    const kept = (await elsewhere(services, root, folder)) ?? (await keptRun(services, run, named, options));
    parts.push({ kind: 'run', name: manifest.id, folder, bytes: await bytesIn(services, folder), kept });
  }
  const folder = cacheFolder(root);
  const bytes = await bytesIn(services, folder);
  if (bytes === 0) return parts;
  const running = parts.some(({ kept }) => kept === 'running');
  const wish = options.keepCache === true ? 'asked-to-keep' : running ? 'in-use' : null;
  const kept = wish ?? (await elsewhere(services, root, folder));
  return [{ kind: 'cache', name: folder, folder, bytes, kept }, ...parts];
}

async function keptRun(
  services: Services,
  { folder, manifest }: StoredRun,
  named: ReadonlySet<string>,
  options: CleanOptions,
): Promise<Kept | null> {
  if (await isWritten(services, folder)) return 'running';
  if (options.all === true) return null;
  if (manifest.state !== 'complete') return 'unfinished';
  return manifest.answersHash !== null && named.has(manifest.answersHash) ? 'named-by-results' : null;
}

/** Whether another process holds the run. */
async function isWritten({ files }: Services, folder: string): Promise<boolean> {
  try {
    await (
      await files.lock(`${folder}/lock`)
    )();
    return false;
  } catch (error) {
    if (asVignetteError(error).code === 'file/locked') return true;
    throw error;
  }
}

/** A link could lead out of the project: what lies there is not ours to remove. */
async function elsewhere({ files }: Services, root: string, folder: string): Promise<Kept | null> {
  return isInside(await files.real(root), await files.real(folder)) ? null : 'elsewhere';
}

/** Folders in folders that are counted: ours are not deeper, and a link may lead in a circle. */
const deepest = 3;

async function bytesIn(services: Services, folder: string, depth = 1): Promise<number> {
  const { files } = services;
  let bytes = 0;
  for (const name of await files.list(folder)) {
    const path = `${folder}/${name}`;
    const found = await files.stat(path);
    if (found?.kind === 'folder') bytes += depth < deepest ? await bytesIn(services, path, depth + 1) : 0;
    else bytes += found?.size ?? 0;
  }
  return bytes;
}

/** @throws VignetteError `file/locked` for a run that was taken up since it was looked at. */
async function remove({ files }: Services, { kind, folder }: CleanPart): Promise<void> {
  const unlock = kind === 'run' ? await files.lock(`${folder}/lock`) : undefined;
  await files.remove(folder);
  await unlock?.();
}
