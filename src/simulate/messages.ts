import { mostFrames } from '../study/strategies';
import type { ProfileEntry } from '../data/types';
import type { Scale, Study } from '../study/types';
import { hashParts } from '../util/hash';
import { answeringText } from './prompting/answering';
import { cellTexts } from './prompting/cellTexts';
import { personaLines, shownProfile } from './prompting/persona';
import { randomisedText, spokenTemplates } from './prompting/voice';
import { fill, shows } from './prompts';
import type { ModelStrategy, Strategy } from './strategies/types';
import type { Message, PromptTemplates, RunSettings, Task } from './types';

/** What of the settings decides the text of a call. */
export type PromptSettings = Pick<RunSettings, 'prompts'> &
  Partial<Pick<RunSettings, 'person' | 'persona' | 'randomised'>>;

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
  const { prompts, person = 0, persona: selection = { kind: 'full' }, randomised = false } = settings;
  const base = subject?.templates(prompts) ?? prompts;
  const spoken = Array.from({ length: mostFrames }, (_, frame) =>
    subject === undefined ? spokenTemplates(base, person, frame) : base,
  );
  const chance = randomised ? randomisedText(study.language) : '';
  const cellText = cellTexts(study);
  const bulletsOf = bulletWriter();
  const answering = answeringWriter(study.language, saying);
  return (task) => {
    const templates = spoken[task.frame] ?? base;
    const placed = shows(templates.ask, 'persona') || shows(templates.system, 'persona');
    const profile = shownProfile(task.person, selection, subject);
    const bullets = bulletsOf(profile, templates.name);
    const { stimulus, question, population, scale } = cellText(
      task,
      subject === undefined ? task.person.profile : profile,
    );
    const asked = { ...task, scale };
    const examples = saying?.examples?.(asked);
    const values = {
      stimulus: blocks(stimulus, chance),
      question: blocks(examples?.text ?? '', question),
      scale: answering(asked),
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

/** Most profiles whose lines are kept: people are met again in every cell. */
const mostProfiles = 20_000;

function bulletWriter(): (profile: readonly ProfileEntry[], set: PromptTemplates['name']) => string {
  const known = new Map<readonly ProfileEntry[], string>();
  return (profile, set) => {
    const earlier = known.get(profile);
    if (earlier !== undefined) return earlier;
    const written = personaLines(profile, set).join('\n');
    if (known.size >= mostProfiles) known.clear();
    known.set(profile, written);
    return written;
  };
}

/** What follows from the scale alone is written once. */
function answeringWriter(language: string, saying: ModelStrategy | undefined): (task: Task) => string {
  const known = new WeakMap<Scale, string>();
  return (task) => {
    if (saying?.instruction !== undefined || task.order !== undefined || task.profiles !== undefined)
      return answeringText(task, language, saying?.instruction?.(task, language));
    const written = known.get(task.scale) ?? answeringText(task, language, undefined);
    known.set(task.scale, written);
    return written;
  };
}

/** Equal for equal messages, in whatever study they stand. */
export function promptHash(messages: readonly Message[]): string {
  return hashParts(messages.flatMap(({ role, content }) => [role, content]));
}

function blocks(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
