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
    help: 'Write the file anew with `vignette evaluate`, or take it from git.',
    audience: 'invalid',
    cause,
  });
}

export function expected(what: string, path: string): VignetteError {
  return resultsError('shape', `${path || 'The file'} should be ${what}.`);
}
