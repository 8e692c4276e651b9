import type { Study } from '../study/types';
import { hashParts } from '../util/hash';
import { answeringText } from './prompting/answering';
import { cellTexts } from './prompting/cellTexts';
import { personaLines, shownProfile } from './prompting/persona';
import { fill, shows } from './prompts';
import type { Strategy } from './strategies/types';
import type { Message, RunSettings, Task } from './types';

/** What of the settings decides the text of a call. */
export type PromptSettings = Pick<RunSettings, 'prompts'>;

/** The text of a call, and the ids of the examples in it. */
export interface Prompt {
  readonly messages: readonly Message[];
  readonly shown: readonly string[];
}

/** The exact text of one call: a system message where the templates have one, and the user's message. */
export function messagesFor(
  study: Study,
  settings: PromptSettings,
  task: Task,
  strategy?: Strategy,
): readonly Message[] {
  return messageWriter(study, settings, strategy)(task);
}

/** As `messagesFor`, for many calls. */
export function messageWriter(
  study: Study,
  settings: PromptSettings,
  strategy?: Strategy,
): (task: Task) => readonly Message[] {
  const write = promptWriter(study, settings, strategy);
  return (task) => write(task).messages;
}

/**
 * The texts of many calls: what does not depend on the person is rendered once a cell. A strategy may say whom
 * the calls are about, show examples above the question, and ask in other words than the scale's own.
 */
export function promptWriter(
  study: Study,
  settings: PromptSettings,
  strategy?: Strategy,
): (task: Task) => Prompt {
  const saying = strategy?.kind === 'model' ? strategy : undefined;
  const subject = saying?.subject;
  const templates = subject?.templates(settings.prompts) ?? settings.prompts;
  const placed = shows(templates.ask, 'persona') || shows(templates.system, 'persona');
  const cellText = cellTexts(study);
  return (task) => {
    const profile = shownProfile(task.person, subject);
    const bullets = personaLines(profile, templates.name).join('\n');
    const { stimulus, question, population, scale } = cellText(task, profile);
    const asked = { ...task, scale };
    const examples = saying?.examples?.(asked);
    const values = {
      stimulus,
      question: blocks(examples?.text ?? '', question),
      scale: answeringText(asked, study.language, saying?.instruction?.(asked, study.language)),
      population,
      persona: bullets === '' ? '' : fill(templates.persona, { persona: bullets }),
    };
    const ask = fill(templates.ask, values);
    const user = placed ? ask : blocks(ask, values.persona);
    const system = fill(templates.system, values);
    return {
      messages: [
        ...(system === '' ? [] : [{ role: 'system', content: system } as const]),
        { role: 'user', content: user },
      ],
      shown: examples?.shown ?? [],
    };
  };
}

/** Equal for equal messages, in whatever study they stand. */
export function promptHash(messages: readonly Message[]): string {
  return hashParts(messages.flatMap(({ role, content }) => [role, content]));
}

function blocks(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
