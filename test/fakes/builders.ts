import { plainFewShot, plainGroup, plainModifiers } from '../../src/study/strategies';
import type { SimulateDefaults } from '../../src/study/types';
import type { CellId } from '../../src/simulate/cellId';
import type { Task } from '../../src/simulate/types';
import type { HumanData, HumanRow, Person, Table } from '../../src/data/types';
import type {
  ClosedScale,
  Condition,
  Contrast,
  Item,
  Margin,
  NumericScale,
  Outcome,
  Panel,
  ProfileField,
  Respondents,
  Scale,
  Study,
} from '../../src/study/types';

/** Small builders of plain data: each gives something valid that a test changes in the part it is about. */

export function anOrdinalScale({
  points = 7,
  labels = {},
}: { readonly points?: number; readonly labels?: Readonly<Record<number, string>> } = {}): ClosedScale {
  const options = Array.from({ length: points }, (_, i) => ({ code: i + 1, label: labels[i + 1] }));
  return { type: 'ordinal', options, dontKnow: undefined };
}

export function aBinaryScale(labels: readonly [string, string] = ['No', 'Yes']): ClosedScale {
  const options = labels.map((label, code) => ({ code, label }));
  return { type: 'binary', options, dontKnow: undefined };
}

export function aNumericScale(change: Partial<NumericScale> = {}): NumericScale {
  return {
    type: 'numeric',
    min: 0,
    max: 100,
    step: 1,
    unit: undefined,
    labels: [],
    transform: undefined,
    dontKnow: undefined,
    ...change,
  };
}

export function aCondition(id: string, change: Partial<Condition> = {}): Condition {
  return {
    id,
    label: id,
    control: false,
    levels: [],
    text: `Text of ${id}.`,
    media: [],
    wording: 'verbatim',
    simulated: true,
    ...change,
  };
}

export function anOutcome(id: string, change: Partial<Outcome> = {}): Outcome {
  return {
    id,
    question: `Question of ${id}?`,
    scale: anOrdinalScale(),
    matrix: undefined,
    role: 'primary',
    correct: [],
    askIf: undefined,
    higher: undefined,
    wording: 'verbatim',
    ask: ['gain', 'loss'],
    variants: [],
    ...change,
  };
}

export function someRespondents(change: Partial<Respondents> = {}): Respondents {
  return {
    data: 'data.csv',
    id: undefined,
    condition: { kind: 'column', map: { column: 'arm', values: [] } },
    outcomes: [],
    item: undefined,
    conjoint: undefined,
    weight: undefined,
    survey: undefined,
    where: [],
    missing: [],
    profile: [],
    ...change,
  };
}

/** The means of loss and gain on choice. */
export function aContrast(change: Partial<Contrast> = {}): Contrast {
  return {
    id: 'loss-gain',
    outcome: 'choice',
    of: { kind: 'condition' },
    treatment: 'loss',
    control: 'gain',
    share: [],
    items: undefined,
    adjust: [],
    weighted: true,
    published: undefined,
    ...change,
  };
}

/** Two conditions, gain (control) and loss, and one outcome, choice, on seven points. */
export function aStudy(change: Partial<Study> = {}): Study {
  const conditions = change.conditions ?? [aCondition('gain', { control: true }), aCondition('loss')];
  return {
    version: 1,
    id: 'study',
    title: 'A study',
    source: undefined,
    population: undefined,
    fielded: undefined,
    assignment: { unit: 'respondent', probabilities: [], blocks: [] },
    language: 'en',
    design: 'between',
    intro: '',
    factors: [],
    crossed: false,
    items: [],
    outcomes: [anOutcome('choice', { ask: conditions.map(({ id }) => id) })],
    respondents: undefined,
    panel: undefined,
    smallestEffect: 2,
    contrasts: [],
    scores: [],
    expectations: [],
    simulate: defaults(),
    ...change,
    conditions,
  };
}

/** A table from text: the first line holds the columns, cells are split at commas. */
export function aTable(text: string): Table {
  const [header = '', ...lines] = text.trim().split('\n');
  return {
    columns: header.split(',').map((cell) => cell.trim()),
    async *rows() {
      await Promise.resolve();
      for (const line of lines) yield line.split(',').map((cell) => cell.trim());
    },
  };
}

/** A person whose profile has one entry a key, called as the key. */
export function aPerson(id: string, profile: Readonly<Record<string, string>> = {}, weight = 1): Person {
  const entries = Object.entries(profile);
  return {
    id,
    weight,
    profile: entries.map(([column, value]) => ({ column, field: column, label: column, value })),
  };
}

export function aHumanRow(
  person: Person,
  condition: string,
  answers: Readonly<Record<string, number>>,
  change: Partial<HumanRow> = {},
): HumanRow {
  const empty = { item: null, parts: new Map(), texts: new Map() };
  return { person, condition, answers: new Map(Object.entries(answers)), ...empty, ...change };
}

export function humanData(rows: readonly HumanRow[], change: Partial<HumanData> = {}): HumanData {
  const people = [...new Set(rows.map(({ person }) => person))];
  return { rows, choices: [], people, weighted: false, dropped: [], hash: 'hash', ...change };
}

/** A scale as it is, or the seven points of `aStudy`. */
export function scaleOf(study: Study, outcome: string): Scale {
  const found = study.outcomes.find(({ id }) => id === outcome);
  if (found === undefined) throw new Error(`no outcome ${outcome}`);
  return found.scale;
}

/** One of several stimuli; its text says which. */
export function anItem(id: string, change: Partial<Item> = {}): Item {
  return { id, text: `Item ${id}.`, fields: [], wording: 'verbatim', variants: [], ...change };
}

export function aCellId(condition: string, outcome = 'choice', item: string | null = null): CellId {
  return { condition, outcome, item };
}

export function aProfileField(column: string, change: Partial<ProfileField> = {}): ProfileField {
  return { column, field: column, label: column, values: [], measured: undefined, ...change };
}

/** Ten nameless people, without rows and without margins. */
export function aPanel(change: Partial<Panel> = {}): Panel {
  return { size: 10, sample: undefined, margins: [], ...change };
}

export function aMargin(field: string, shares: Readonly<Record<string, number>>): Margin {
  return { field, shares: Object.entries(shares).map(([value, share]) => ({ value, share })) };
}

/** What a study does that says nothing of it, with people of its own. */
export function defaults(change: Partial<SimulateDefaults> = {}): SimulateDefaults {
  return {
    model: 'local',
    strategy: 'direct',
    respondents: undefined,
    assign: 'data',
    seed: 1,
    temperature: undefined,
    ...plainModifiers,
    fewShot: plainFewShot,
    group: plainGroup,
    ...change,
  };
}

/** The first task of a plan: the first answer of a person in a cell. */
export function aTask(person: Person, cell: CellId, change: Partial<Task> = {}): Task {
  return {
    index: 0,
    person,
    ...cell,
    scale: anOrdinalScale(),
    draw: 0,
    order: undefined,
    frame: 0,
    profiles: undefined,
    ...change,
  };
}
