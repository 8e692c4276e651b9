import type { ChoiceScale, ConjointSource, Study } from '../../study/types';
import { markIn } from '../parts';
import type { HumanChoice, Person } from '../types';
import { numberIn, valueKey } from '../values';
import type { Columns } from './columns';
import type { Misfits, Tally } from './tally';

/** Gathers the tasks of a conjoint, one row an alternative. */
export interface ConjointReader {
  take(cells: readonly string[], of: RowOf): void;
  /** The whole tasks in file order; the rows of the others are counted. */
  choices(): readonly HumanChoice[];
}

interface RowOf {
  readonly person: Person;
  readonly condition: string;
  /** One-based. */
  readonly row: number;
}

interface Alternative {
  readonly place: number | undefined;
  readonly levels: readonly string[];
  readonly chosen: boolean;
}

interface Task {
  readonly person: Person;
  readonly condition: string;
  readonly task: number;
  readonly alternatives: Alternative[];
  rows: number;
}

/**
 * The reader of the first outcome on a `choice` scale; undefined without one, and without `respondents.conjoint`.
 * A task counts when it has all of its alternatives, each with all levels, and exactly one of them was chosen.
 * @throws VignetteError `data/column`.
 */
export function conjointReader(
  study: Study,
  columns: Columns,
  { dropped, odd }: { readonly dropped: Tally; readonly odd: Misfits },
): ConjointReader | undefined {
  const source = study.respondents?.conjoint;
  const outcome = study.outcomes.find(({ scale }) => scale.type === 'choice');
  if (source === undefined || outcome?.scale.type !== 'choice') return undefined;
  const { scale, id, ask } = outcome;
  const alternativeIn = alternativeReader(source, scale, columns, odd);
  const numbered = taskReader(source, columns);
  const tasks = new Map<Person, Map<string, Task>>();

  function take(cells: readonly string[], { person, condition, row }: RowOf): void {
    if (!ask.includes(condition)) return;
    const at = numbered(cells);
    if (at === undefined) return dropped.add(`${id}: no number of a task`);
    if (at.task > scale.tasks) return dropped.add(`${id}: a task beyond the ${scale.tasks} of the study`);
    const own = tasks.get(person) ?? new Map<string, Task>();
    tasks.set(person, own);
    const key = JSON.stringify([condition, at.task]);
    const task = own.get(key) ?? { person, condition, task: at.task, alternatives: [], rows: 0 };
    own.set(key, task);
    task.rows += 1;
    const alternative = alternativeIn(cells, row);
    if (alternative) task.alternatives.push({ ...alternative, place: alternative.place ?? at.place });
  }

  function choices(): readonly HumanChoice[] {
    return [...tasks.values()].flatMap((own) =>
      [...own.values()].flatMap((task) => {
        const why = faultOf(task, scale);
        if (why !== undefined) dropped.add(`${id}: ${why}`, task.rows);
        return why === undefined ? [choiceOf(task, id)] : [];
      }),
    );
  }

  return { take, choices };
}

/** The task of a row, and where `per` says so the place of the alternative in it; both from 1. */
function taskReader(
  { task }: ConjointSource,
  columns: Columns,
): (cells: readonly string[]) => { readonly task: number; readonly place: number | undefined } | undefined {
  const at = columns.need(task.column);
  const { per } = task;
  return (cells) => {
    const number = numberIn(cells[at] ?? '');
    if (number === undefined || !Number.isSafeInteger(number) || number < 1) return undefined;
    if (per === undefined) return { task: number, place: undefined };
    return { task: Math.ceil(number / per), place: ((number - 1) % per) + 1 };
  };
}

/** Undefined for a row in which a level or the choice is empty. */
function alternativeReader(
  source: ConjointSource,
  scale: ChoiceScale,
  columns: Columns,
  odd: Misfits,
): (cells: readonly string[], row: number) => Alternative | undefined {
  const chosenAt = columns.need(source.chosen);
  const placeAt = source.alternative === undefined ? undefined : columns.need(source.alternative);
  const attributes = scale.attributes.map(({ id, levels }) => {
    const column = source.attributes.find(({ attribute }) => attribute === id)?.column ?? id;
    const known = new Map(levels.map((level) => [valueKey(level.id), level.id]));
    return { id, at: columns.need(column), known };
  });
  return (cells, row) => {
    const levels = attributes.flatMap(({ id, at, known }) => {
      const cell = (cells[at] ?? '').trim();
      const level = known.get(valueKey(cell));
      if (level === undefined && cell !== '') odd.add({ ...unknownLevel(id, cell), row });
      return level ?? [];
    });
    const cell = (cells[chosenAt] ?? '').trim();
    const mark = markIn(cell);
    if (mark === undefined && cell !== '') odd.add({ ...noMark(source.chosen, cell), row });
    if (mark === undefined || levels.length < attributes.length) return undefined;
    const place = placeAt === undefined ? undefined : numberIn(cells[placeAt] ?? '');
    return { place, levels, chosen: mark === 1 };
  };
}

function faultOf({ alternatives, rows }: Task, scale: ChoiceScale): string | undefined {
  if (rows !== scale.alternatives || alternatives.length !== rows) return 'an incomplete task';
  const places = alternatives.flatMap(({ place }) => place ?? []);
  if (new Set(places).size < places.length) return 'a task with the same alternative twice';
  return alternatives.filter(({ chosen }) => chosen).length === 1
    ? undefined
    : 'a task without exactly one choice';
}

/** Alternatives in the order of their numbers where they have them, else as they stand in the file. */
function choiceOf({ person, condition, task, alternatives }: Task, outcome: string): HumanChoice {
  const ordered = [...alternatives].sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return {
    person,
    condition,
    outcome,
    task,
    alternatives: ordered.map(({ levels, chosen }) => ({ levels, chosen })),
  };
}

function unknownLevel(attribute: string, value: string): { code: string; what: string; help: string } {
  return {
    code: 'data/attribute-level',
    what: `"${value}" is no level of ${attribute}`,
    help: 'Add it to the levels of the attribute, or leave such rows out with `where`.',
  };
}

function noMark(column: string, value: string): { code: string; what: string; help: string } {
  return {
    code: 'data/outside-scale',
    what: `"${value}" in ${column} does not say whether the alternative was chosen`,
    help: 'The column holds 1 where the alternative was chosen, and 0 where it was not.',
  };
}
