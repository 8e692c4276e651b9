import type { Person, ProfileEntry } from '../../data/types';
import type { Subject } from '../strategies/types';
import type { PersonaSelection } from '../../study/types';
import { VignetteError } from '../../util/errors';
import type { PromptTemplates, RunSettings } from '../types';

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

/** Views that are no demographics. */
const views = ['party_id', 'ideology'];

/** What the messages may say of a person: of a subject only its fields, else what is selected. */
export function shownProfile(
  { profile }: Person,
  selection: PersonaSelection,
  subject: Subject | undefined,
): readonly ProfileEntry[] {
  if (subject !== undefined) return profile.filter((entry) => isNamed(subject.fields, entry));
  switch (selection.kind) {
    case 'full':
      return profile;
    case 'none':
      return [];
    case 'demographics':
      return profile.filter(
        ({ field }) => socratesOrder.includes(field ?? '') && !views.includes(field ?? ''),
      );
    case 'only':
      return profile.filter((entry) => isNamed(selection.fields, entry));
    case 'without':
      return profile.filter((entry) => !isNamed(selection.fields, entry));
  }
}

/**
 * A selection names what the people have.
 * @throws VignetteError `reference/unknown`.
 */
export function requirePersona({ persona }: Pick<RunSettings, 'persona'>, people: readonly Person[]): void {
  if (persona.kind !== 'only' && persona.kind !== 'without') return;
  const known = new Set(
    people.flatMap(({ profile }) => profile.flatMap(({ column, field }) => [column, field])),
  );
  const unknown = persona.fields.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const columns = [
    ...new Set(people.flatMap(({ profile }) => profile.map(({ field, column }) => field ?? column))),
  ];
  throw new VignetteError({
    code: 'reference/unknown',
    message: `Nobody has a profile field "${unknown}".`,
    help: columns.length === 0 ? 'The people have no profile at all.' : `There are ${columns.join(', ')}.`,
    audience: 'usage',
  });
}

/** One line an entry, in the order of the set of templates. */
export function personaLines(
  profile: readonly ProfileEntry[],
  set: PromptTemplates['name'],
): readonly string[] {
  const entries = set === 'socrates' ? inSocratesOrder(profile) : profile;
  return entries.map(({ label, value }) => `- ${oneLine(label)}: ${oneLine(value)}`);
}

function isNamed(names: readonly string[], { column, field }: ProfileEntry): boolean {
  return names.includes(column) || (field !== undefined && names.includes(field));
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
