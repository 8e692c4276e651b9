import { VignetteError } from '../util/errors';

/** The refusal of answers that do not fit the study, `evaluate/probabilities`. */
export function changedStudy(message: string): VignetteError {
  return new VignetteError({
    code: 'evaluate/probabilities',
    message,
    help: 'The study has changed since the run; simulate it again.',
    audience: 'invalid',
  });
}
