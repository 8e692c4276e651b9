import { VignetteError } from '../util/errors';
import type { Files } from './files';

const studyLimit = 5_000_000;

/**
 * A text file, which has to be UTF-8; a byte order mark is left out.
 * @throws VignetteError `file/encoding` and the errors of `Files.read`.
 */
export async function readText(files: Files, path: string, limitBytes = studyLimit): Promise<string> {
  const bytes = await files.read(path, limitBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new VignetteError({
      code: 'file/encoding',
      message: `${path} is not UTF-8 text.`,
      help: 'Save it as UTF-8.',
      audience: 'usage',
      cause,
    });
  }
}
