import { askingPhrases } from '../../study/answer/asking';
import { answerSentence } from '../../study/scales';
import type { Scale } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { callSeed } from '../draw';
import { parseAnswer } from '../parsing';
import { failure, unreadable } from '../parsing/failure';
import { lastLine } from '../parsing/lastLine';
import type { AnswerResult, ModelReply, RunSettings, Task } from '../types';
import type { ModelStrategy } from './types';

/** Room for three sentences of models that are asked for three and write more, and for the answer. */
const maxTokens = 512;

/** Thoughts first, and then an answer alone on the last line; the whole reply stays beside the answer. */
export function reason(settings: RunSettings): ModelStrategy {
  return {
    kind: 'model',
    name: 'reason',
    merges: false,
    retries: 3,
    maxTokens,
    requireScale: requireLine,
    instruction: ({ scale }, language) => askingPhrases(language).reason(answerSentence(scale, language)),
    call: ({ task, messages, persona, replicate, attempt }) => ({
      kind: 'text',
      messages,
      sampling: {
        temperature: settings.temperature,
        topK: 0,
        topP: 1,
        minP: 0,
        maxTokens,
        seed: callSeed(settings.seed, task, { persona, replicate }, attempt),
      },
    }),
    answer: read,
  };
}

/** A reply that filled all the room that it had was cut off, perhaps within a number. */
function read(reply: ModelReply, { scale, order }: Task): AnswerResult {
  if (reply.kind !== 'text') return failure('empty', '');
  const { text, usage } = reply;
  if (usage.estimated !== true && usage.out >= maxTokens) return failure('malformed', text);
  const answer = parseAnswer(lastLine(text), scale, order);
  if (answer.kind !== 'failure') return answer;
  return answer.reason === 'not-a-number' ? unreadable(text) : failure(answer.reason, text);
}

function requireLine({ type }: Scale, outcome: string): void {
  if (type !== 'text') return;
  throw new VignetteError({
    code: 'strategy/scale',
    message: `The strategy reason ends in an answer on one line, and ${outcome} is answered in words of its own.`,
    help: 'Use the strategy direct, or name the other outcomes with --outcome.',
    audience: 'usage',
  });
}
