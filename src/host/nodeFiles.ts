import { randomBytes } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { throwIfAborted } from '../util/abort';
import { VignetteError } from '../util/errors';
import type { Appender, Files, FileStat, Reader } from '../workspace/files';
import { fileError, systemCode } from './fileErrors';
import { takeLock } from './nodeLock';

const defaultLimit = 64 * 1024 * 1024;

/** The file system of this machine. */
export const nodeFiles: Files = {
  stat: statOf,
  read,
  stream,
  reader,
  write,
  append,
  list,
  remove: (path) => writing(path, () => rm(path, { recursive: true, force: true })),
  truncate: (path, bytes) => writing(path, () => truncate(path, bytes)),
  lock: takeLock,
  real: (path) => reading(path, async () => slashes(await realpath(path))),
};

/** Forward slashes on every system, as everything above the host has them. */
export function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

async function statOf(path: string): Promise<FileStat | undefined> {
  try {
    const found = await stat(path);
    return { kind: found.isDirectory() ? 'folder' : 'file', size: found.size, modifiedMs: found.mtimeMs };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return undefined;
    throw fileError(error, path, 'read');
  }
}

async function read(path: string, limitBytes = defaultLimit): Promise<Uint8Array> {
  return reading(path, async () => {
    const { size } = await stat(path);
    if (size > limitBytes) throw tooLarge(path, size, limitBytes);
    return readFile(path);
  });
}

async function* stream(path: string, signal?: AbortSignal, from = 0): AsyncIterable<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: 1 << 18, start: from });
  try {
    for await (const piece of source) {
      throwIfAborted(signal);
      yield piece as Uint8Array;
    }
  } catch (error) {
    throw fileError(error, path, 'read');
  } finally {
    source.destroy();
  }
}

/** The file is opened when it is first read. */
function reader(path: string): Reader {
  let file: number | undefined;
  return {
    read: (from, bytes) => {
      try {
        file ??= openSync(path, 'r');
        const piece = Buffer.allocUnsafeSlow(bytes);
        return piece.subarray(0, readSync(file, piece, 0, bytes, from));
      } catch (error) {
        throw fileError(error, path, 'read');
      }
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

async function write(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  await writing(path, async () => {
    await makeFolder(dirname(path));
    try {
      const handle = await open(beside, 'wx');
      try {
        await handle.writeFile(text, 'utf8');
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  });
}

/** Not `recursive`: Node never returns from that below a folder in which none can be made, as /proc. */
async function makeFolder(path: string): Promise<void> {
  if ((await statOf(path)) !== undefined) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  try {
    await mkdir(path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

async function append(path: string): Promise<Appender> {
  const handle = await writing(path, async () => {
    await makeFolder(dirname(path));
    return open(path, 'a');
  });
  return {
    write: (text) => writing(path, () => handle.appendFile(text, 'utf8')),
    sync: () => writing(path, () => handle.datasync()),
    close: () => writing(path, () => handle.close()),
  };
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return [];
    throw fileError(error, folder, 'read');
  }
}

async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}

async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(error, path, 'write');
  }
}

function tooLarge(path: string, size: number, limit: number): VignetteError {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en-US')} MB`;
  return new VignetteError({
    code: 'file/too-large',
    message: `${path} has ${megabytes(size)}; at most ${megabytes(limit)} are read.`,
    help: 'Check that this is the file you meant, or make it smaller.',
    audience: 'usage',
  });
}
