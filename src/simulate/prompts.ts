import { VignetteError } from '../util/errors';
import type { PromptTemplates } from './types';

/** What a prompt template may show; nothing else of a study has a name here, so nothing else can enter a prompt. */
const promptVariables = ['persona', 'stimulus', 'question', 'scale', 'population'] as const;

export type PromptVariable = (typeof promptVariables)[number];

/** The stimulus comes first and the persona last, so that the calls of a cell share their beginning. */
const chat: PromptTemplates = {
  name: 'chat',
  system: [
    'You are one respondent of a survey. Answer as this respondent would, not as an assistant.',
    'The respondents are: {{ population }}.',
  ].join('\n'),
  ask: '{{ stimulus }}\n\n{{ question }}\n\n{{ scale }}',
  persona: 'The respondent who answers:\n{{ persona }}',
};

/** The persona comes first, in the order that models tuned on SocSci210 have seen. */
const socrates: PromptTemplates = {
  name: 'socrates',
  system: 'You answer survey questions as a person with the given background would answer them.',
  ask: '{{ persona }}\n\n{{ stimulus }}\n\n{{ question }}\n\n{{ scale }}',
  persona: 'Your background:\n{{ persona }}',
};

/** A set of templates that ships. `custom` is `chat`, to be changed by `withOverrides`. */
export function promptTemplates(name: PromptTemplates['name'] = 'chat'): PromptTemplates {
  return name === 'socrates' ? socrates : chat;
}

/** Templates with the user's own parts; the set is then called `custom`. */
export function withOverrides(
  templates: PromptTemplates,
  overrides: Partial<Pick<PromptTemplates, 'system' | 'persona' | 'ask'>>,
): PromptTemplates {
  const own = Object.entries(overrides).filter(([, text]) => text !== undefined);
  return own.length === 0 ? templates : { ...templates, ...Object.fromEntries(own), name: 'custom' };
}

/** @throws VignetteError `template/unknown-variable` for a name that may not enter a prompt. */
export function checkTemplates({ system, persona, ask }: PromptTemplates): void {
  for (const [part, text] of Object.entries({ system, persona, ask })) refuseUnknown(part, text);
}

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g;

function refuseUnknown(part: string, template: string): void {
  for (const [, name = ''] of template.matchAll(variable)) {
    if ((promptVariables as readonly string[]).includes(name)) continue;
    throw new VignetteError({
      code: 'template/unknown-variable',
      message: `The prompt template \`${part}\` uses {{ ${name} }}, which may not enter a prompt.`,
      help: `It may use ${promptVariables.map((known) => `{{ ${known} }}`).join(', ')}.`,
      audience: 'invalid',
    });
  }
}

/** A line of a template: texts around variables, `texts.length === names.length + 1`. */
interface TemplateLine {
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** Most templates that are kept in parts; there are a handful, but what a user types is filled in too. */
const mostParsed = 100;

const parsed = new Map<string, readonly TemplateLine[]>();

/** The lines of a template, which thousands of prompts are filled from. */
function linesOf(template: string): readonly TemplateLine[] {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const lines = template.split('\n').map((line) => {
    const pieces = line.split(variable);
    return {
      texts: pieces.filter((_, i) => i % 2 === 0),
      names: pieces.filter((_, i) => i % 2 === 1),
    };
  });
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(template, lines);
  return lines;
}

/** Whether a template shows a variable. */
export function shows(template: string, name: PromptVariable): boolean {
  return linesOf(template).some(({ names }) => names.includes(name));
}

/**
 * The template with its variables filled in. A line whose variables are all empty is left out, and blank lines that
 * then stand together become one. What is filled in is never read as a template.
 */
export function fill(template: string, values: Readonly<Partial<Record<PromptVariable, string>>>): string {
  const valueOf = (name: string): string => values[name as PromptVariable] ?? '';
  const kept: string[] = [];
  for (const { texts, names } of linesOf(template)) {
    if (names.length > 0 && names.every((name) => valueOf(name) === '')) continue;
    let line = texts[0] ?? '';
    if (names.length === 0 && line.trim() === '' && (kept.at(-1) ?? '').trim() === '') continue;
    for (const [i, name] of names.entries()) line += valueOf(name) + (texts[i + 1] ?? '');
    kept.push(line);
  }
  return kept.join('\n').trim();
}
