import { answerSentence, optionLines } from '../../study/scales';
import type { ChoiceScale } from '../../study/types';
import type { Task } from '../types';

/**
 * What stands below a question: the options in the order of the task, or the alternatives of a conjoint, and how to
 * answer: `instruction`, else the sentence that follows from the scale. The task's scale has its templates filled.
 */
export function answeringText(task: Task, language: string, instruction: string | undefined): string {
  const { scale } = task;
  const how = instruction ?? answerSentence(scale, language);
  if (scale.type === 'choice') return joined([...alternativeBlocks(scale, task.profiles ?? []), how], '\n\n');
  return joined([optionLines(scale, task.order), how], '\n');
}

/** A block an alternative, one line an attribute; levels are named as the scale names them. */
function alternativeBlocks(
  { attributes }: ChoiceScale,
  profiles: readonly (readonly string[])[],
): readonly string[] {
  return profiles.map((levels, i) => {
    const lines = attributes.map((attribute, nth) => {
      const level = attribute.levels.find(({ id }) => id === levels[nth]);
      return `${attribute.label}: ${level?.text ?? ''}`;
    });
    return [`Alternative ${i + 1}:`, ...lines].join('\n');
  });
}

function joined(texts: readonly string[], between: string): string {
  return texts.filter((text) => text !== '').join(between);
}
