import { VignetteError } from '../util/errors';

type Doing = 'read' | 'write';

/** What the system says about a file, as an error that tells the person what to do. */
export function fileError(error: unknown, path: string, doing: Doing): VignetteError {
  if (error instanceof VignetteError) return error;
  const { code, message, help, audience } = sentences(systemCode(error), path, doing);
  return new VignetteError({ code, message, help, audience: audience ?? 'usage', cause: error });
}

/** `ENOENT` and the like; empty for anything else. */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function sentences(
  system: string,
  path: string,
  doing: Doing,
): { code: string; message: string; help: string; audience?: 'incomplete' } {
  switch (system) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'file/missing',
        message: `There is no file ${path}.`,
        help: 'Check the spelling and the folder.',
      };
    case 'EISDIR':
      return {
        code: doing === 'read' ? 'file/unreadable' : 'file/unwritable',
        message: `${path} is a folder, not a file.`,
        help: 'Name a file inside it.',
      };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'file/disk-full',
        message: `The disk is full: ${path} could not be written.`,
        help: 'Free some space and do it again; what was written before is kept.',
        audience: 'incomplete',
      };
    default:
      return doing === 'read'
        ? {
            code: 'file/unreadable',
            message: `${path} cannot be read${system === '' ? '' : ` (${system})`}.`,
            help: 'Check its permissions.',
          }
        : {
            code: 'file/unwritable',
            message: `${path} cannot be written${system === '' ? '' : ` (${system})`}.`,
            help: 'Check the permissions of the folder.',
          };
  }
}
