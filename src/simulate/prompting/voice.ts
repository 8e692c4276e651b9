import type { Modifiers } from '../../study/types';
import { promptTemplates } from '../prompts';
import type { PromptTemplates } from '../types';
import { randomisedLine, voices } from './wordings';

const shipped = (['chat', 'socrates'] as const).map((name) => promptTemplates(name));

/**
 * The templates in a grammatical person (0: their own) and a frame (0: the first). Parts that a user wrote stay as
 * they are, so that frames and persons change only those that ship.
 */
export function spokenTemplates(
  templates: PromptTemplates,
  person: Modifiers['person'],
  frame: number,
): PromptTemplates {
  if (person === 0 && frame === 0) return templates;
  const ownVoice = templates.persona === promptTemplates('socrates').persona ? 2 : 3;
  const voice = voices[person === 0 ? ownVoice : person];
  const wording = voice.frames[frame % voice.frames.length];
  if (wording === undefined) return templates;
  const system = shipped.find((set) => set.system === templates.system);
  const isShipped = (part: 'persona' | 'ask'): boolean =>
    shipped.some((set) => set[part] === templates[part]);
  return {
    ...templates,
    ...(system && { system: [wording.system, ...system.system.split('\n').slice(1)].join('\n') }),
    ...(person !== 0 && isShipped('persona') && { persona: `${voice.heading}\n{{ persona }}` }),
    ...(isShipped('ask') && {
      ask: templates.ask.replace('{{ scale }}', `${wording.ask}\n\n{{ scale }}`),
    }),
  };
}

/** The parts that `person` and `frames` cannot change, since a user wrote them. */
export function ownParts(templates: PromptTemplates): readonly ('system' | 'persona' | 'ask')[] {
  const parts = ['system', 'persona', 'ask'] as const;
  return parts.filter((part) => shipped.every((set) => set[part] !== templates[part]));
}

/** That what varies between conditions was assigned at random, in the language of the study. */
export function randomisedText(language: string): string {
  return (
    (Object.hasOwn(randomisedLine, language) ? randomisedLine[language] : undefined) ?? randomisedLine.en
  );
}
