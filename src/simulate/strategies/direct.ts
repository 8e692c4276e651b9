import { callSeed } from '../draw';
import { parseAnswer } from '../parsing';
import type { RunSettings } from '../types';
import type { ModelStrategy } from './types';

/** Room for a number and for the beginning of a sentence that says why there is none. */
const maxTokens = 16;

/** Nucleus at which the models tuned on SocSci210 were published; 1 is off. */
const socratesTopP = 0.9;

/** One sampled reply a respondent, which must be a bare number of the scale. */
export function direct(settings: RunSettings): ModelStrategy {
  const topP = settings.prompts.name === 'socrates' ? socratesTopP : 1;
  return {
    kind: 'model',
    name: 'direct',
    merges: false,
    retries: 3,
    maxTokens,
    requireScale: () => undefined,
    call: ({ task, messages, persona, replicate, attempt }) => ({
      kind: 'text',
      messages,
      sampling: {
        temperature: settings.temperature,
        topK: 0,
        topP,
        minP: 0,
        maxTokens,
        seed: callSeed(settings.seed, task, { persona, replicate }, attempt),
      },
    }),
    answer: (reply, { scale, order }) => parseAnswer(reply.kind === 'text' ? reply.text : '', scale, order),
  };
}
