import { VignetteError } from '../../../util/errors';

/** `ENOSPC` and the like; empty for anything else. */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** What the system says about a file in the user's storage. */
export function storageFailure(error: unknown, path: string): unknown {
  const system = systemCode(error);
  if (system === 'ENOSPC' || system === 'EDQUOT')
    return new VignetteError({
      code: 'file/disk-full',
      message: `The disk is full: ${path} could not be written.`,
      help: 'Free some space and do it again, or set VIGNETTE_HOME to a folder with room.',
      audience: 'incomplete',
      cause: error,
    });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(system))
    return new VignetteError({
      code: 'file/unwritable',
      message: `${path} cannot be written (${system}).`,
      help: 'Check the permissions of the folder, or set VIGNETTE_HOME to another one.',
      audience: 'usage',
      cause: error,
    });
  return error;
}

/** A source did not give what was asked; another one may. */
export function downloadFailure(code: `download/${string}`, message: string, cause?: unknown): VignetteError {
  return new VignetteError({
    code,
    message,
    help: 'Check the connection and the proxy settings, and do it again: what was received is kept.',
    audience: 'endpoint',
    cause,
  });
}

/** The innermost reason, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof VignetteError || error.cause === undefined) return error.message;
  return reasonOf(error.cause);
}
