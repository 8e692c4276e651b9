import { VignetteError } from '../../util/errors';

/** A file that is no results file, or not one of ours: audience `invalid`. */
export function resultsError(
  code: 'syntax' | 'shape' | 'too-large' | 'format',
  message: string,
  cause?: unknown,
): VignetteError {
  return new VignetteError({
    code: `results/${code}`,
    message,
    help: 'Take the file from git, or simulate anew: answers in the cache are used again.',
    audience: 'invalid',
    cause,
  });
}

export function expected(what: string, path: string): VignetteError {
  return resultsError('shape', `${path || 'The file'} should be ${what}.`);
}
