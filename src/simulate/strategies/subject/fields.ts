import { profileFields } from '../../../study/profileFields';
import type { PersonaSelection, Study } from '../../../study/types';
import { VignetteError } from '../../../util/errors';
import { namedProfile } from '../../prompting/cellTexts';
import type { RunSettings } from '../../types';

/** A field of a profile: its column and, where it is one of them, the SocSci210 field. */
interface Field {
  readonly column: string;
  readonly field: string | undefined;
}

/**
 * The fields that make the groups: those of `group.by`, else those that a persona selection leaves, else none.
 * @throws VignetteError `strategy/unknown-field` for one that no profile has, `strategy/person-text` when the texts of the
 * study say something else of each person.
 */
export function groupFields(
  study: Study,
  settings: Pick<RunSettings, 'group' | 'persona'>,
  strategy: string,
): readonly string[] {
  const known = profileOf(study);
  const { by } = settings.group;
  const fields = by.length > 0 ? by : selected(settings.persona, known);
  const unknown = fields.find((name) => !known.some((field) => isCalled(field, name)));
  if (unknown !== undefined) throw noField(unknown, known);
  const covered = (name: string): boolean =>
    fields.includes(name) ||
    known.some((field) => isCalled(field, name) && fields.some((own) => isCalled(field, own)));
  const missing = namedProfile(study).find((name) => !covered(name));
  if (missing !== undefined) throw personText(strategy, missing);
  return fields;
}

function isCalled({ column, field }: Field, name: string): boolean {
  return column === name || field === name;
}

function selected(persona: PersonaSelection, known: readonly Field[]): readonly string[] {
  switch (persona.kind) {
    case 'full':
    case 'none':
      return [];
    case 'only':
      return persona.fields;
    case 'without':
      return known
        .filter((field) => !persona.fields.some((name) => isCalled(field, name)))
        .map(({ column }) => column);
    case 'demographics':
      return known.filter(({ field }) => isDemographic(field)).map(({ column }) => column);
  }
}

function isDemographic(field: string | undefined): boolean {
  return field !== 'party_id' && field !== 'ideology' && profileFields.some(({ id }) => id === field);
}

function profileOf({ respondents, panel }: Study): readonly Field[] {
  return [
    ...(respondents?.profile ?? []),
    ...(panel?.sample?.profile ?? []),
    ...(panel?.margins ?? []).map(({ field }) => ({ column: field, field })),
  ];
}

function noField(name: string, known: readonly Field[]): VignetteError {
  const names = [...new Set(known.map(({ column, field }) => field ?? column))];
  return new VignetteError({
    code: 'strategy/unknown-field',
    message: `No profile of the study has a field ${name}, so that it can make no groups.`,
    help: names.length === 0 ? 'The study has no profile at all.' : `There are: ${names.join(', ')}.`,
    audience: 'usage',
  });
}

function personText(strategy: string, name: string): VignetteError {
  return new VignetteError({
    code: 'strategy/person-text',
    message: `A text of the study says the ${name} of each person, and the strategy ${strategy} does not ask about single persons.`,
    help: `Add ${name} to \`group.by\`, or use a strategy that asks each person.`,
    audience: 'usage',
  });
}
