import { codesOf, dontKnowOf, isSingle } from '../../study/scales';
import type { ChoiceScale, Scale, SingleScale } from '../../study/types';
import { VignetteError } from '../../util/errors';

/** Levels on which option probabilities are asked for or spread: more are a slider, not a list. */
const most = 101;

/** Strategies that ask for an answer as a respondent gives it, on every scale. */
const whole = 'direct, reason or few-shot';

/**
 * The codes of a scale whose probabilities can be listed.
 * @throws VignetteError `strategy/scale` when an answer is not one of a list, `strategy/levels` when the scale has no
 * bounds or more than 101 levels.
 */
export function listedCodes(scale: Scale, strategy: string, outcome: string): readonly number[] {
  if (!isListed(scale)) throw unlisted(scale, strategy, outcome);
  const codes = singleCodes(scale);
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
  return [...singleCodes(scale), ...(dontKnow === undefined ? [] : [dontKnow.code])];
}

/** Whether an answer is one of a list: a code, or an alternative of a conjoint. */
export function isListed(scale: Scale): scale is SingleScale | ChoiceScale {
  return isSingle(scale) || scale.type === 'choice';
}

/** Of a conjoint the numbers of the alternatives, from 1. */
function singleCodes(scale: Scale): readonly number[] {
  if (scale.type !== 'choice') return codesOf(scale);
  return Array.from({ length: scale.alternatives }, (_, i) => i + 1);
}

function unlisted({ type }: Scale, strategy: string, outcome: string): VignetteError {
  const answer = type === 'text' ? 'words' : 'several numbers at once';
  return new VignetteError({
    code: 'strategy/scale',
    message: `The strategy ${strategy} cannot ask for ${outcome}: a ${type} scale is answered with ${answer}.`,
    help: `Use the strategy ${whole}, or select other outcomes with --outcome.`,
    audience: 'usage',
  });
}
