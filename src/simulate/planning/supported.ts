import type { Outcome } from '../../study/types';
import { VignetteError } from '../../util/errors';

/** Refuses a filter that this run cannot follow. */
export function filterUnsupported(outcome: Outcome, why: string, help: string): VignetteError {
  return new VignetteError({
    code: 'simulate/unsupported',
    message: `The filter \`askIf\` of ${outcome.id} cannot be followed in this run: ${why}.`,
    help,
    audience: 'usage',
  });
}
