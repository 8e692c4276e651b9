import type { Person, ProfileEntry } from '../../data/types';
import type { Subject } from '../strategies/types';
import type { PromptTemplates } from '../types';

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

/** What the messages may say of a person: of a subject only its fields. */
export function shownProfile({ profile }: Person, subject: Subject | undefined): readonly ProfileEntry[] {
  if (subject === undefined) return profile;
  return profile.filter(({ column, field }) => isNamed(subject.fields, column, field));
}

/** One line an entry, in the order of the set of templates. */
export function personaLines(
  profile: readonly ProfileEntry[],
  set: PromptTemplates['name'],
): readonly string[] {
  const entries = set === 'socrates' ? inSocratesOrder(profile) : profile;
  return entries.map(({ label, value }) => `- ${oneLine(label)}: ${oneLine(value)}`);
}

function isNamed(names: readonly string[], column: string, field: string | undefined): boolean {
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
