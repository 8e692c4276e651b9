import type { Respondents, Study } from '../study/types';
import { VignetteError } from '../util/errors';
import { filterTest } from './filters';
import { answerReaders, type AnswerReader } from './joining/answerReader';
import { askedByColumn, notAsked, removeUnasked } from './joining/askedOf';
import { columnsOf, type Columns } from './joining/columns';
import { conditionReader, type FoundCondition } from './joining/conditionReader';
import { conjointReader, type ConjointReader } from './joining/conjoint';
import { itemReader } from './joining/itemReader';
import { gatherPeople, weightIn, type Answers, type People } from './joining/people';
import { personaReader } from './joining/persona';
import { misfits, tally, type Misfits, type Tally } from './joining/tally';
import { ownText } from './owned';
import type { AnswerPart, HumanData, Person, Table } from './types';

/**
 * The human answers of a study: each row of the data file given to a person, a cell and the outcomes asked
 * there. `hash` is the SHA-256 of the file. Rows and answers that cannot be used are counted with the reason.
 * @throws VignetteError `data/none`, `data/column`, `data/no-condition`, `data/no-item`, `data/weight`,
 * `data/condition-value`, `data/item-value`, `data/attribute-level`, `data/outside-scale`, and what reading the table
 * throws.
 */
export async function joinStudy(
  study: Study,
  table: Table,
  hash: string,
  signal?: AbortSignal,
): Promise<HumanData> {
  const { respondents } = study;
  if (respondents === undefined) throw noRespondents();
  const columns = columnsOf(table.columns);
  const gathered = gatherPeople();
  const sinks = { gathered, dropped: tally(), odd: misfits() };
  const readers = answerReaders(study, respondents, columns);
  const conjoint = conjointReader(study, columns, sinks);
  const take = rowTaker({ study, respondents, columns, readers, conjoint }, sinks);
  let row = 0;
  for await (const cells of table.rows(signal)) take(cells, (row += 1));
  sinks.odd.refuse();
  const read = readers.map(({ outcome }) => outcome);
  removeUnasked(study, gathered.rows, read, sinks.dropped);
  const choices = conjoint?.choices() ?? [];
  return {
    rows: gathered.rows,
    choices,
    people: gathered.people,
    weighted: respondents.weight !== undefined,
    dropped: sinks.dropped.list(),
    hash,
  };
}

interface Sinks {
  readonly gathered: People;
  readonly dropped: Tally;
  readonly odd: Misfits;
}

interface Source {
  readonly study: Study;
  readonly respondents: Respondents;
  readonly columns: Columns;
  readonly readers: readonly AnswerReader[];
  readonly conjoint: ConjointReader | undefined;
}

function rowTaker(source: Source, sinks: Sinks): (cells: readonly string[], row: number) => void {
  const { study, respondents, columns, readers, conjoint } = source;
  const { gathered, dropped, odd } = sinks;
  const conditionOf = conditionReader(study, columns);
  const itemOf = itemReader(study, columns);
  const personOf = personFinder(respondents, columns, sinks);
  const asked = askedByColumn(study, columns);
  const refused = whereReader(respondents, columns);
  const again = `a second row of the same person in the same condition${study.items.length > 0 ? ' and item' : ''}`;

  return (cells, row) => {
    const filter = refused(cells);
    if (filter !== undefined) return dropped.add(`left out by where: ${filter}`);
    const condition = conditionOf(cells);
    if (condition.kind === 'empty') return dropped.add('no condition');
    if (condition.kind === 'unknown') return odd.add({ ...unknownCondition(condition), row });
    const item = itemOf(cells);
    if (item.kind === 'empty') return dropped.add('no item');
    if (item.kind === 'unknown') return odd.add({ ...unknownItem(item), row });
    const person = personOf(cells, row);
    if (person === undefined) return;
    const cell = { condition: condition.id, item: item.id };
    const found = answersIn(cells, { condition: condition.id, readers, asked }, { dropped, odd, row });
    const state = gathered.answer(person, cell, found);
    conjoint?.take(cells, { person, condition: condition.id, row });
    // The rows of a conjoint repeat what is asked once a person.
    if (state === 'differs' || (state === 'same' && conjoint === undefined)) dropped.add(again);
  };
}

/** The person of a row; undefined, and counted, where the row has no id or no weight. */
function personFinder(
  respondents: Respondents,
  columns: Columns,
  { gathered, dropped }: Sinks,
): (cells: readonly string[], row: number) => Person | undefined {
  const persona = personaReader(respondents.profile, columns);
  const idPlace = respondents.id === undefined ? undefined : columns.need(respondents.id);
  const weightPlace = respondents.weight === undefined ? undefined : columns.need(respondents.weight);
  return (cells, row) => {
    const id = idPlace === undefined ? String(row) : (cells[idPlace] ?? '').trim();
    const weight = weightPlace === undefined ? 1 : weightIn(cells[weightPlace] ?? '', row);
    if (id === '' || weight === undefined) {
      dropped.add(id === '' ? 'no respondent id' : 'no weight');
      return undefined;
    }
    const known = gathered.find(id);
    if (known === undefined) return gathered.add({ id: ownText(id), weight, profile: persona.read(cells) });
    if (known.weight !== weight)
      dropped.add('another weight than in the first row of the person, which counts');
    if (persona.contradicts(cells, known.profile))
      dropped.add('another profile than in the first row of the person, which counts');
    return known;
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

interface Asking {
  readonly condition: string;
  readonly readers: readonly AnswerReader[];
  readonly asked: (cells: readonly string[], outcome: string) => boolean;
}

function answersIn(
  cells: readonly string[],
  { condition, readers, asked }: Asking,
  { dropped, odd, row }: { readonly dropped: Tally; readonly odd: Misfits; readonly row: number },
): Answers {
  const answers = new Map<string, number>();
  const parts = new Map<string, readonly AnswerPart[]>();
  const texts = new Map<string, string>();
  for (const reader of readers) {
    const { outcome } = reader;
    const found = reader.read(cells, condition);
    if (found === undefined || found.kind === 'missing') continue;
    if (!asked(cells, outcome)) {
      dropped.add(notAsked(outcome));
      continue;
    }
    if (found.kind === 'answer') answers.set(outcome, found.code);
    if (found.kind === 'parts') parts.set(outcome, found.parts);
    if (found.kind === 'text') texts.set(outcome, found.text);
    if (found.kind === 'undeclared') dropped.add(`${outcome}: ${found.value} read as missing`);
    if (found.kind === 'unusable') dropped.add(`${outcome}: ${found.why}`);
    if (found.kind === 'misfit') odd.add({ ...outsideScale(outcome, found.value), row });
  }
  return { answers, parts, texts };
}

interface Oddity {
  readonly code: string;
  readonly what: string;
  readonly help: string;
}

function unknownCondition({ column, value }: Extract<FoundCondition, { kind: 'unknown' }>): Oddity {
  return {
    code: 'data/condition-value',
    what: `"${value}" in ${column} is no condition of the study`,
    help: 'Map the value under `respondents.condition.values`, or leave such rows out with `where`.',
  };
}

function unknownItem({ column, value }: { readonly column: string; readonly value: string }): Oddity {
  return {
    code: 'data/item-value',
    what: `"${value}" in ${column} is no item of the study`,
    help: 'Map the value under `respondents.item.values`, or leave such rows out with `where`.',
  };
}

function outsideScale(outcome: string, value: string): Oddity {
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
