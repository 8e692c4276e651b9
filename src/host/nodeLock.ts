import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VignetteError } from '../util/errors';
import { fileError, systemCode } from './fileErrors';

interface Holder {
  readonly pid: number;
  /** When that process started, as the system counts it: process ids are used again. */
  readonly started: string;
}

const held = new Set<string>();

/** Takes `path` as a lock file that names this process; one whose process is gone is taken over. */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  if (held.has(path)) throw locked(path, process.pid);
  held.add(path);
  try {
    await create(path);
  } catch (error) {
    held.delete(path);
    throw fileError(error, path, 'write');
  }
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

async function create(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createNew(path)) return;
    const holder = await holderOf(path);
    if (holder !== undefined && (await alive(holder))) throw locked(path, holder.pid);
    await setAside(path);
  }
  throw locked(path, undefined);
}

async function createNew(path: string): Promise<boolean> {
  try {
    const holder: Holder = { pid: process.pid, started: await startOf(process.pid) };
    const handle = await open(path, 'wx');
    await handle.writeFile(JSON.stringify(holder));
    await handle.close();
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moved before it is removed, so that of two processes only one takes an abandoned lock away. */
async function setAside(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.stale`;
  try {
    await rename(path, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const found = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder> | null;
    return typeof found?.pid === 'number' ? { pid: found.pid, started: found.started ?? '' } : undefined;
  } catch {
    // Cut off or gone: nobody holds it.
    return undefined;
  }
}

async function alive({ pid, started }: Holder): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false;
  }
  return started === '' || (await startOf(pid)) === started;
}

/** Empty where the system does not say. */
async function startOf(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function locked(path: string, pid: number | undefined): VignetteError {
  return new VignetteError({
    code: 'file/locked',
    message: `${path} is in use${pid === undefined ? '' : ` by process ${pid}`}.`,
    help: 'Wait until it has finished, or stop it.',
    audience: 'usage',
  });
}
