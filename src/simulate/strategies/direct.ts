import { callSeed } from '../draw';
import { parseAnswer } from '../parsing';
import { failure } from '../parsing/failure';
import type { AnswerResult, ModelReply, RunSettings, Task } from '../types';
import { numberRoom, replyRoom } from './room';
import type { ModelStrategy } from './types';

/** Nucleus at which the models tuned on SocSci210 were published; 1 is off. */
const socratesTopP = 0.9;

/** One sampled reply a respondent, which must be in exactly the form that the scale asks for. */
export function direct(settings: RunSettings): ModelStrategy {
  const topP = settings.prompts.name === 'socrates' ? socratesTopP : 1;
  return {
    kind: 'model',
    name: 'direct',
    merges: false,
    retries: 3,
    maxTokens: numberRoom,
    requireScale: () => undefined,
    call: ({ task, messages, persona, replicate, attempt }) => ({
      kind: 'text',
      messages,
      sampling: {
        temperature: settings.temperature,
        topK: 0,
        topP,
        minP: 0,
        maxTokens: replyRoom(task.scale),
        seed: callSeed(settings.seed, task, { persona, replicate }, attempt),
      },
    }),
    answer: read,
  };
}

/** Words that filled all the room that they had were cut off, and are not what the model answered. */
function read(reply: ModelReply, { scale, order }: Task): AnswerResult {
  if (reply.kind !== 'text') return failure('empty', '');
  const { text, usage } = reply;
  const full = scale.type === 'text' && usage.estimated !== true && usage.out >= replyRoom(scale);
  return full ? failure('malformed', text) : parseAnswer(text, scale, order);
}
