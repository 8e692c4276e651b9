import type { HumanData, Person } from '../../data/types';
import { valueKey } from '../../data/values';
import type { AskIf, Outcome, ProfileField, Study } from '../../study/types';
import { filterUnsupported } from './supported';

/** Whether a person is asked an outcome in a condition. */
export type Filter = (person: Person, condition: string) => boolean;

/**
 * Whom `askIf` lets be asked; undefined for an outcome without it. A column is looked up in the persona; another outcome is that
 * which the person answered in reality, in the same condition where it was asked there.
 * @param human whose answers count; undefined where people are asked what they were not asked in reality.
 * @throws VignetteError `simulate/unsupported` for a column that is no part of the persona, and for an outcome without human answers.
 */
export function filterOf(study: Study, outcome: Outcome, human: HumanData | undefined): Filter | undefined {
  const { askIf } = outcome;
  if (askIf === undefined) return undefined;
  return askIf.kind === 'column' ? byColumn(study, outcome, askIf) : byAnswer(outcome, askIf, human);
}

function byColumn(
  study: Study,
  outcome: Outcome,
  { column, is }: Extract<AskIf, { kind: 'column' }>,
): Filter {
  const field = profileOf(study).find((each) => each.column === column);
  if (field === undefined)
    throw filterUnsupported(
      outcome,
      `the column ${column} is no part of the persona`,
      `Add ${column} to \`profile\`, or leave the outcome out with --outcome.`,
    );
  const words = new Map(field.values.map(({ data, label }) => [valueKey(data), label]));
  const values = new Set(is.map((value) => valueKey(words.get(valueKey(value)) ?? value)));
  return ({ profile }) =>
    profile.some((entry) => entry.column === column && values.has(valueKey(entry.value)));
}

/** Of those who are asked: the panel stands instead of the people of the data. */
function profileOf({ panel, respondents }: Study): readonly ProfileField[] {
  return panel === undefined ? (respondents?.profile ?? []) : (panel.sample?.profile ?? marginFields(panel));
}

function marginFields({ margins }: NonNullable<Study['panel']>): readonly ProfileField[] {
  return margins.map(({ field }) => ({
    column: field,
    field,
    label: field,
    values: [],
    measured: undefined,
  }));
}

function byAnswer(
  outcome: Outcome,
  { outcome: gate, is }: Extract<AskIf, { kind: 'outcome' }>,
  human: HumanData | undefined,
): Filter {
  const answers = new Map<Person, { readonly condition: string; readonly passes: boolean }[]>();
  for (const row of human?.rows ?? []) {
    const answer = row.answers.get(gate);
    if (answer === undefined) continue;
    const own = answers.get(row.person) ?? [];
    own.push({ condition: row.condition, passes: is.includes(answer) });
    answers.set(row.person, own);
  }
  if (answers.size === 0)
    throw filterUnsupported(
      outcome,
      `it needs human answers to ${gate}, by people who are asked what they were asked in reality`,
      'Run with --assign data where there are human answers, or leave the outcome out with --outcome.',
    );
  return (person, condition) => {
    const own = answers.get(person) ?? [];
    const here = own.filter((answer) => answer.condition === condition);
    return (here.length > 0 ? here : own).some(({ passes }) => passes);
  };
}
