import type { Respondents, Study } from '../study/types';
import { VignetteError } from '../util/errors';
import { filterTest } from './filters';
import type { HumanData, Table } from './types';
import { answerReaders, type AnswerReader } from './joining/answerReader';
import { columnsOf, type Columns } from './joining/columns';
import { conditionReader } from './joining/conditionReader';
import { gatherPeople, weightIn } from './joining/people';
import { personaReader } from './joining/persona';
import { misfits, tally, type Misfits, type Tally } from './joining/tally';

/**
 * The human answers of a study: each row of the data file given to a person, a condition and the outcomes asked
 * there. `hash` is the SHA-256 of the file. Rows that cannot be used are counted with the reason.
 * @throws VignetteError `data/column`, `data/no-condition`, `data/weight`, `data/condition-value`,
 * `data/outside-scale`, and what reading the table throws.
 */
export async function joinStudy(
  study: Study,
  table: Table,
  hash: string,
  signal?: AbortSignal,
): Promise<HumanData> {
  const { respondents } = study;
  if (respondents === undefined) throw noRespondents();
  const columns = columnsOf(table);
  const dropped = tally();
  const odd = misfits();
  const gathered = gatherPeople();
  const take = rowTaker(study, respondents, columns, { gathered, dropped, odd });
  let row = 0;
  for await (const cells of table.rows(signal)) take(cells, (row += 1));
  odd.refuse();
  return {
    rows: gathered.rows,
    choices: [],
    people: gathered.people,
    weighted: respondents.weight !== undefined,
    dropped: dropped.list(),
    hash,
  };
}

interface Sinks {
  readonly gathered: ReturnType<typeof gatherPeople>;
  readonly dropped: Tally;
  readonly odd: Misfits;
}

function rowTaker(
  study: Study,
  respondents: Respondents,
  columns: Columns,
  { gathered, dropped, odd }: Sinks,
): (cells: readonly string[], row: number) => void {
  const conditionOf = conditionReader(study, columns);
  const readers = answerReaders(study, respondents, columns);
  const profileOf = personaReader(respondents.profile, columns);
  const idPlace = respondents.id === undefined ? undefined : columns.need(respondents.id);
  const weightPlace = respondents.weight === undefined ? undefined : columns.need(respondents.weight);
  const refused = whereReader(respondents, columns);

  return (cells, row) => {
    const filter = refused(cells);
    if (filter !== undefined) return dropped.add(`left out by where: ${filter}`);
    const found = conditionOf(cells);
    if (found.kind === 'empty') return dropped.add('no condition');
    if (found.kind === 'unknown') return odd.add({ ...unknownCondition(found), row });
    const id = idPlace === undefined ? String(row) : (cells[idPlace] ?? '').trim();
    if (id === '') return dropped.add('no respondent id');
    const weight = weightPlace === undefined ? 1 : weightIn(cells[weightPlace] ?? '', row);
    if (weight === undefined) return dropped.add('no weight');
    const person = gathered.person(id, () => ({ id, weight, profile: profileOf(cells) }));
    const answers = answersIn(cells, found.id, readers, { dropped, odd, row });
    if (!gathered.answer(person, found.id, answers))
      dropped.add('a second row of the same person in the same condition');
  };
}

/** The column of the first filter that a row does not pass. */
function whereReader(
  respondents: Respondents,
  columns: Columns,
): (cells: readonly string[]) => string | undefined {
  const tests = respondents.where.map((filter) => ({
    column: filter.column,
    place: columns.need(filter.column),
    passes: filterTest(filter),
  }));
  return (cells) => tests.find(({ place, passes }) => !passes(cells[place] ?? ''))?.column;
}

function answersIn(
  cells: readonly string[],
  condition: string,
  readers: readonly AnswerReader[],
  { dropped, odd, row }: { readonly dropped: Tally; readonly odd: Misfits; readonly row: number },
): ReadonlyMap<string, number> {
  const answers = new Map<string, number>();
  for (const reader of readers) {
    const { outcome } = reader;
    const found = reader.read(cells, condition);
    if (found?.kind === 'answer') answers.set(outcome, found.code);
    if (found?.kind === 'undeclared') dropped.add(`${outcome}: ${found.value} read as missing`);
    if (found?.kind === 'misfit') odd.add({ ...outsideScale(outcome, found.value), row });
  }
  return answers;
}

function unknownCondition(found: { readonly column: string; readonly value: string }): {
  code: string;
  what: string;
  help: string;
} {
  return {
    code: 'data/condition-value',
    what: `"${found.value}" in ${found.column} is no condition of the study`,
    help: 'Map the value under `respondents.condition.values`, or leave such rows out with `where`.',
  };
}

function outsideScale(outcome: string, value: string): { code: string; what: string; help: string } {
  return {
    code: 'data/outside-scale',
    what: `"${value}" is no answer on the scale of ${outcome}`,
    help: 'Declare it under `missing`, map it under `values`, or mend the scale.',
  };
}

function noRespondents(): VignetteError {
  return new VignetteError({
    code: 'data/none',
    message: 'The study names no human data.',
    help: 'Add `respondents:` with `data:`.',
    audience: 'invalid',
  });
}
