import type { Person, ProfileEntry } from '../data/types';
import { outcomeIn, renderStimulus } from '../study/render';
import { answerSentence, optionLines } from '../study/scales';
import type { Study } from '../study/types';
import { hashParts } from '../util/hash';
import { cellKey, type CellId } from './cellId';
import { fill, shows } from './prompts';
import type { Message, PromptTemplates } from './types';

/** The order in which SocSci210 lists what it knows of a person. */
const socratesOrder = [
  'age',
  'gender',
  'education',
  'employment',
  'ethnicity',
  'marital_status',
  'housing_ownership',
  'housing_type',
  'location',
  'metro_status',
  'income',
  'internet_access',
  'household_size',
  'party_id',
  'ideology',
  'phone_service',
];

export type MessageWriter = (person: Person, cell: CellId) => readonly Message[];

/** The exact text of one call: a system message where the templates have one, and the user's message. */
export function messagesFor(
  study: Study,
  person: Person,
  cell: CellId,
  templates: PromptTemplates,
): readonly Message[] {
  return messageWriter(study, templates)(person, cell);
}

/** As `messagesFor`, for many calls: what does not depend on the person is rendered once a cell. */
export function messageWriter(study: Study, templates: PromptTemplates): MessageWriter {
  const cellText = cellTexts(study);
  return (person, cell) => {
    const bullets = personaLines(person, templates.name).join('\n');
    const persona = bullets === '' ? '' : fill(templates.persona, { persona: bullets });
    const values = { ...cellText(person, cell), persona };
    const placed = shows(templates.ask, 'persona') || shows(templates.system, 'persona');
    const ask = fill(templates.ask, values);
    const user = placed || persona === '' ? ask : `${ask}\n\n${persona}`;
    const system = fill(templates.system, values);
    return [
      ...(system === '' ? [] : [{ role: 'system', content: system } as const]),
      { role: 'user', content: user },
    ];
  };
}

/** Equal for equal messages, in whatever study they stand. */
export function promptHash(messages: readonly Message[]): string {
  return hashParts(messages.flatMap(({ role, content }) => [role, content]));
}

interface CellText {
  readonly stimulus: string;
  readonly question: string;
  readonly scale: string;
  readonly population: string;
}

function cellTexts(study: Study): (person: Person, cell: CellId) => CellText {
  const personal = usesProfile(study);
  const known = new Map<string, CellText>();
  return (person, cell) => {
    const key = cellKey(cell);
    const earlier = personal ? undefined : known.get(key);
    if (earlier) return earlier;
    const { condition, outcome, item } = cell;
    const { question, scale } = outcomeIn(study, outcome, condition, person.profile, item);
    const text = {
      stimulus: renderStimulus(study, condition, person.profile, item),
      question,
      scale: [optionLines(scale), answerSentence(scale, study.language)]
        .filter((line) => line !== '')
        .join('\n'),
      population: (study.population ?? '').replace(/\.\s*$/, ''),
    };
    known.set(key, text);
    return text;
  };
}

/** Whether any text that is shown says something of the respondent. */
function usesProfile({ intro, conditions, factors, items, outcomes }: Study): boolean {
  return /\{\{\s*profile\./.test(JSON.stringify([intro, conditions, factors, items, outcomes]));
}

function personaLines(person: Person, set: PromptTemplates['name']): readonly string[] {
  const entries = set === 'socrates' ? inSocratesOrder(person.profile) : person.profile;
  return entries.map(({ label, value }) => `- ${oneLine(label)}: ${oneLine(value)}`);
}

function inSocratesOrder(profile: readonly ProfileEntry[]): readonly ProfileEntry[] {
  const place = ({ field }: ProfileEntry): number => {
    const found = field === undefined ? -1 : socratesOrder.indexOf(field);
    return found === -1 ? socratesOrder.length : found;
  };
  return [...profile].sort((a, b) => place(a) - place(b));
}

/** A data cell must not look like a line of the prompt. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
