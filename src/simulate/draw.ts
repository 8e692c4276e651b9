import { uniformOf } from '../util/rng';
import { VignetteError } from '../util/errors';
import type { Likeness } from './planning/likeness';
import type { Task } from './types';

/**
 * The first code whose cumulative probability exceeds `u`, with `u` in [0, 1): the inverse of the distribution
 * function. Probabilities need not sum to 1; a code of probability 0 is never drawn.
 * @throws VignetteError `draw/no-mass` when they are negative, not numbers or all 0.
 */
export function drawCode(codes: readonly number[], probabilities: readonly number[], u: number): number {
  const total = probabilities.reduce((sum, p) => sum + (p >= 0 ? p : NaN), 0);
  if (!(total > 0 && total < Infinity)) throw noMass();
  let cumulative = 0;
  let last: number | undefined;
  for (const [i, code] of codes.entries()) {
    const p = probabilities[i] ?? 0;
    if (p === 0) continue;
    cumulative += p / total;
    last = code;
    if (u < cumulative) return code;
  }
  if (last === undefined) throw noMass();
  return last;
}

/** What of a task its randomness may depend on. */
type Answering = Pick<Task, 'person' | 'outcome' | 'item' | 'draw'>;

/**
 * The uniform number that decides a respondent's answer. The condition is no part of its key, so that arms are
 * compared on common random numbers.
 */
export function answerUniform(seed: number, { person, outcome, item, draw }: Answering): number {
  return uniformOf('answer', seed, person.id, outcome, item ?? '', draw);
}

/**
 * The seed that is sent with a sampled call, 0 … 2³¹ − 1. It follows from what the call says of the respondent
 * (`persona`) and from the replicate, not from an id, so that a cached answer serves whoever has the same persona.
 */
export function callSeed(
  seed: number,
  { outcome, item }: Pick<Task, 'outcome' | 'item'>,
  likeness: Pick<Likeness, 'persona' | 'replicate'>,
  attempt: number,
): number {
  const { persona, replicate } = likeness;
  const u =
    attempt === 0
      ? uniformOf('answer', seed, persona, outcome, item ?? '', replicate)
      : uniformOf('retry', seed, persona, outcome, item ?? '', replicate, attempt);
  return Math.floor(u * 2 ** 31);
}

function noMass(): VignetteError {
  return new VignetteError({
    code: 'draw/no-mass',
    message: 'No answer can be drawn from probabilities that are negative, not numbers or all zero.',
    help: 'This is a mistake in Vignette. Please report it with the study.',
    audience: 'internal',
  });
}
