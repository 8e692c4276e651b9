import { mkdir } from 'node:fs/promises';
import { extract } from 'tar';
import { VignetteError } from '../../../util/errors';
import { storageFailure } from './failures';

/** The engine's own source history: half of what it would take on disk, and only read to compile it. */
const unneeded = /^[^/]+\/llama\/gitRelease\.bundle$/;

/**
 * Unpacks an npm archive into a new folder, without its top folder. Plain files and folders only.
 * @throws VignetteError `engine/unsafe-package` for links, devices and paths that lead elsewhere, `file/disk-full`.
 */
export async function unpackPackage(archive: string, folder: string): Promise<void> {
  let refused: string | undefined;
  try {
    await mkdir(folder, { recursive: true });
    await extract({
      file: archive,
      cwd: folder,
      strip: 1,
      strict: true,
      filter: (path, entry) => {
        const kind = 'type' in entry ? entry.type : undefined;
        if (!['File', 'OldFile', 'Directory'].includes(kind ?? '') || leadsElsewhere(path)) refused ??= path;
        return refused === undefined && !unneeded.test(path);
      },
    });
  } catch (error) {
    throw refused === undefined ? storageFailure(error, folder) : unsafe(refused);
  }
  if (refused !== undefined) throw unsafe(refused);
}

function leadsElsewhere(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..');
}

function unsafe(path: string): VignetteError {
  return new VignetteError({
    code: 'engine/unsafe-package',
    message: `A package of the engine holds "${path}", which is a link or leads out of its folder.`,
    help: 'Nothing was installed. Check the registry that npm is configured with.',
    audience: 'endpoint',
  });
}
