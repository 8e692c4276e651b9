import { promptTemplates } from '../../prompts';
import type { PromptTemplates } from '../../types';

/** Group templates: the answer of any one of the people who are described. */
const ofGroup = {
  chat: { persona: 'The respondent who answers is one of the people with:\n{{ persona }}' },
  socrates: { persona: 'You are one of the people with this background:\n{{ persona }}' },
} as const;

/** Marginal templates: the shares among all of them. */
const ofMany = {
  chat: {
    system: [
      'You estimate how the respondents of a survey answer.',
      'The respondents are: {{ population }}.',
    ].join('\n'),
    persona: 'Only the respondents with all of this are meant:\n{{ persona }}',
  },
  socrates: {
    system: 'You estimate how people answer survey questions.',
    persona: 'Only people with all of this background are meant:\n{{ persona }}',
  },
} as const;

/** Templates that speak of a group; a part that a user wrote stays as it is. */
export function groupTemplates(templates: PromptTemplates): PromptTemplates {
  return withParts(templates, ofGroup);
}

/** Templates that ask about many people; a part that a user wrote stays as it is. */
export function marginalTemplates(templates: PromptTemplates): PromptTemplates {
  return withParts(templates, ofMany);
}

type Parts = Partial<Pick<PromptTemplates, 'system' | 'persona'>>;

function withParts(
  templates: PromptTemplates,
  parts: Readonly<Record<'chat' | 'socrates', Parts>>,
): PromptTemplates {
  const set = (['chat', 'socrates'] as const).find((name) => promptTemplates(name).ask === templates.ask);
  const own = promptTemplates(set ?? 'chat');
  const { system, persona } = { ...own, ...parts[set ?? 'chat'] };
  return {
    ...templates,
    system: templates.system === own.system ? system : templates.system,
    persona: templates.persona === own.persona ? persona : templates.persona,
  };
}
