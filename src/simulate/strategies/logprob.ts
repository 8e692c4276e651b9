import type { AnswerResult, ModelReply, RunSettings, Task } from '../types';
import { drawnAnswer } from './drawn';
import { listedCodes, offeredCodes } from './levels';
import type { ModelStrategy } from './types';

/** The probability of each option after the prompt; the answer is drawn here, on common random numbers. */
export function logprob(settings: RunSettings): ModelStrategy {
  return {
    kind: 'model',
    name: 'logprob',
    needsLogprobs: true,
    merges: true,
    retries: 0,
    maxTokens: 1,
    requireScale: (scale, outcome) => void listedCodes(scale, 'logprob', outcome),
    call: ({ task, messages }) => ({ kind: 'options', messages, codes: offeredCodes(task.scale) }),
    answer: (reply, task) => drawn(reply, task, settings.seed),
  };
}

function drawn(reply: ModelReply, task: Task, seed: number): AnswerResult {
  const raw = reply.kind === 'options' ? reply.probabilities : [];
  const total = raw.reduce((sum, p) => sum + p, 0);
  const complete = raw.length === offeredCodes(task.scale).length;
  const usable = complete && raw.every((p) => p >= 0) && total > 0 && total < Infinity;
  if (reply.kind !== 'options' || !usable)
    return { kind: 'failure', reason: 'empty', raw: `option probabilities: ${raw.join(' ')}` };
  const probabilities = raw.map((p) => p / total);
  return drawnAnswer(task, probabilities, reply.mass, seed);
}
