import { codesOf, dontKnowOf } from '../../study/scales';
import type { Scale } from '../../study/types';
import { VignetteError } from '../../util/errors';

/** Levels on which option probabilities are asked for or spread: more are a slider, not a list. */
const most = 101;

/**
 * The codes of a scale whose probabilities can be listed.
 * @throws VignetteError `strategy/levels` when it has no bounds or more than 101 levels.
 */
export function listedCodes(scale: Scale, strategy: string, outcome: string): readonly number[] {
  const codes = codesOf(scale);
  if (codes.length > 0 && codes.length <= most) return codes;
  const why = codes.length === 0 ? 'no list of levels' : `${codes.length} levels`;
  throw new VignetteError({
    code: 'strategy/levels',
    message: `The strategy ${strategy} needs a scale of at most ${most} levels; that of ${outcome} has ${why}.`,
    help: 'Use the strategy direct, give the scale bounds, or take a larger step.',
    audience: 'usage',
  });
}

/** The codes that a respondent can give, in the order of the scale; "don't know" is last where it is offered. */
export function offeredCodes(scale: Scale): readonly number[] {
  const dontKnow = dontKnowOf(scale);
  return [...codesOf(scale), ...(dontKnow === undefined ? [] : [dontKnow.code])];
}
