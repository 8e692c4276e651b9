import { VignetteError } from '../util/errors';
import { isSingle } from './scales';
import type { Scale, SingleScale } from './types';

/**
 * A scale that is answered with one number; the others are part of the format, and are neither simulated nor scored yet.
 * @throws VignetteError `scale/unsupported`.
 */
export function singleScale(scale: Scale, outcome: string): SingleScale {
  if (isSingle(scale)) return scale;
  throw new VignetteError({
    code: 'scale/unsupported',
    message: `The outcome ${outcome} is answered on a ${scale.type} scale, which this version cannot simulate or score.`,
    help: 'Name the other outcomes with --outcome, or ask for it on a binary, ordinal, nominal or numeric scale.',
    audience: 'usage',
  });
}
