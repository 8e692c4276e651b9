import type { HumanRow } from '../data/types';
import { numberIn } from '../data/values';
import { scoredScale } from '../study/scales';
import type { Scale, SingleScale } from '../study/types';
import { VignetteError } from '../util/errors';

/**
 * The scale on which the answers to an outcome are scored, of a text that of its rubric.
 * @throws VignetteError `scale/unsupported` for scales that are not answered with one number.
 */
export function requireScored(scale: Scale, outcome: string): SingleScale {
  const scored = scoredScale(scale);
  if (scored !== undefined) return scored;
  throw new VignetteError({
    code: 'scale/unsupported',
    message: `The outcome ${outcome} is answered on a ${scale.type} scale, which has no single number to score.`,
    help: 'This is a mistake in Vignette. Please report it with the study.',
    audience: 'internal',
  });
}

/** A human answer as one number: as it was given, or a text that people coded already; undefined for any other text. */
export function scoredAnswer(
  { answers, texts }: Pick<HumanRow, 'answers' | 'texts'>,
  outcome: string,
): number | undefined {
  return answers.get(outcome) ?? numberIn(texts.get(outcome) ?? '');
}
