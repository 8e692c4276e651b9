import type { Person } from '../../data/types';
import type { ProfileField, Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import type { ModelDescription, Services } from '../services';

const fewPeople = 5;
const named = 5;

/** What a person has to agree to before the profiles of respondents leave this machine. */
export interface ConsentQuestion {
  readonly study: string;
  readonly origins: readonly string[];
  readonly message: string;
  readonly detail: string;
}

/**
 * The question that is still open, or undefined: nothing leaves this machine, there are no real respondents,
 * nothing of them would be said, or it was agreed to before.
 * @param people those whose profiles would be sent.
 */
export async function openQuestion(
  services: Services,
  study: Study,
  people: readonly Person[],
  model: ModelDescription,
): Promise<ConsentQuestion | undefined> {
  const fields = realFields(study);
  if (fields.length === 0 || model.local) return undefined;
  const said = new Set(people.flatMap(({ profile }) => profile.map(({ column }) => column)));
  const columns = fields.map(({ column }) => column).filter((name) => said.has(name));
  if (columns.length === 0) return undefined;
  const origins: string[] = [];
  for (const origin of model.where)
    if (!(await services.approvals.profilesAllowed(study.id, origin))) origins.push(origin);
  if (origins.length === 0) return undefined;
  return {
    study: study.id,
    origins,
    message: `Send the profiles of ${people.length} real respondents of ${study.id} to ${origins.join(', ')}?`,
    detail: `Columns: ${columns.join(', ')}.${rareProfiles(people)}`,
  };
}

/**
 * Asks once per study and host, and remembers a yes.
 * @throws VignetteError `consent/refused` when the answer is no, or nobody can be asked.
 */
export async function requireConsent(
  services: Services,
  question: ConsentQuestion | undefined,
  given: boolean,
): Promise<void> {
  if (question === undefined) return;
  const yes =
    given ||
    (await services.ask.confirm({ message: question.message, detail: question.detail, yes: 'Send' }));
  if (!yes) throw refused(question);
  for (const origin of question.origins) await services.approvals.allowProfiles(question.study, origin);
}

/** What is said of real people: those of the data, or those of the panel's file instead. */
function realFields({ panel, respondents }: Study): readonly ProfileField[] {
  return (panel === undefined ? respondents?.profile : panel.sample?.profile) ?? [];
}

/** Profiles that so few people share that they may be recognised; the first of them in full. */
function rareProfiles(people: readonly Person[]): string {
  const groups = new Map<string, number>();
  for (const { profile } of people) {
    const key = profile.map(({ column, value }) => `${column} ${value}`).join(', ');
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const rare = [...groups].filter(([, n]) => n < fewPeople);
  if (rare.length === 0) return '';
  const first = rare.slice(0, named).map(([key, n]) => `\n  ${key || 'nothing'} (${n})`);
  const more = rare.length > named ? `\n  and ${rare.length - named} more` : '';
  return ` ${rare.length} profiles are shared by fewer than five people:${first.join('')}${more}`;
}

function refused({ message, detail }: ConsentQuestion): VignetteError {
  return new VignetteError({
    code: 'consent/refused',
    message: `Not sent. ${message} ${detail}`,
    help: 'Agree where it is asked, or with --yes; a model on this machine needs no consent.',
    audience: 'usage',
  });
}
