import { answerSentence, optionLines } from '../../study/scales';
import type { Scale, TextScale } from '../../study/types';
import { parseAnswer } from '../parsing';
import type { Message } from '../types';
import { replyRoom } from './room';
import type { ModelStrategy } from './types';

type Rubric = NonNullable<TextScale['rubric']>;

/**
 * Codes what was answered in words by the rubric of its scale, in a second call. The coder reads the rubric's question,
 * its scale and the words, and nothing of the person, the condition or the study; it is asked at temperature 0.
 * @param language of the sentence that says how to answer.
 */
export function rubricCoding(language: string): Required<Pick<ModelStrategy, 'coding' | 'coded'>> {
  return {
    coding: ({ task, attempt }, result) => {
      const rubric = rubricOf(task.scale);
      if (rubric === undefined || result.kind !== 'words') return undefined;
      const maxTokens = replyRoom(rubric.scale);
      const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens, seed: attempt };
      return { kind: 'text', messages: coderMessages(rubric, result.text, language), sampling };
    },
    coded: (reply, task, result) => {
      const rubric = rubricOf(task.scale);
      if (rubric === undefined || result.kind !== 'words') return result;
      const code = parseAnswer(reply.kind === 'text' ? reply.text : '', rubric.scale);
      return code.kind === 'answer' ? { ...code, text: result.text } : code;
    },
  };
}

/** Whether answers on a scale are coded by a second call. */
export function rubricOf(scale: Scale): Rubric | undefined {
  return scale.type === 'text' ? scale.rubric : undefined;
}

function coderMessages({ question, scale }: Rubric, text: string, language: string): readonly Message[] {
  const answering = [optionLines(scale), answerSentence(scale, language)].filter((line) => line !== '');
  const content = [question, `"""\n${text}\n"""`, answering.join('\n')].join('\n\n');
  return [{ role: 'user', content }];
}
