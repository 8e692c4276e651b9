import { answerUniform, drawCode } from '../draw';
import type { AnswerResult, Task } from '../types';
import { offeredCodes } from './levels';

/** The respondent's answer, drawn on common random numbers from normalised shares of the codes that are offered. */
export function drawnAnswer(
  task: Task,
  probabilities: readonly number[],
  mass: number | undefined,
  seed: number,
): AnswerResult {
  const code = drawCode(offeredCodes(task.scale), probabilities, answerUniform(seed, task));
  return { kind: 'answer', code, probabilities, mass };
}
