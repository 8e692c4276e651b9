import { outcomeIn, renderStimulus } from '../../../study/render';
import { optionLines } from '../../../study/scales';
import type { Study } from '../../../study/types';
import type { Task } from '../../types';
import type { HumanAnswer } from './types';

const ownHeading = 'What this respondent answered to other questions:';
const sharedHeading =
  'What this respondent, or another one with the same background, answered to other questions:';

/** The examples as a prompt shows them; '' without any. What is read before the question itself is not said twice. */
export function exampleText(study: Study, task: Task, examples: readonly HumanAnswer[]): string {
  if (examples.length === 0) return '';
  const own = examples.every(({ person }) => person.id === task.person.id);
  const said = new Set([renderStimulus(study, task.condition, task.person.profile, task.item), '']);
  const blocks = examples.map((answer) => {
    const stimulus = renderStimulus(study, answer.condition, answer.person.profile, answer.item);
    const first = !said.has(stimulus);
    said.add(stimulus);
    return [...(first ? [stimulus, ''] : []), questionText(study, answer)].join('\n');
  });
  return [own ? ownHeading : sharedHeading, ...blocks].join('\n\n');
}

/** What was shown, for the record. */
export function exampleId({ person, condition, outcome, item }: HumanAnswer): string {
  return [person.id, condition, outcome, ...(item === null ? [] : [item])].join(' ');
}

function questionText(study: Study, { condition, outcome, item, person, code }: HumanAnswer): string {
  const { question, scale } = outcomeIn(study, outcome, condition, person.profile, item);
  return [question, optionLines(scale), `Answer: ${code}`].filter((line) => line !== '').join('\n');
}
