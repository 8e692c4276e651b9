import type { HumanData, Person } from '../data/types';
import { variantOf } from '../study/render';
import type { Scale, Study } from '../study/types';
import type { CellId } from './cellId';
import { messageWriter, promptHash } from './messages';
import { drawPanel } from './panel/draw';
import type { PanelSample } from './panel/sample';
import { askedPeople } from './planning/asked';
import type { Likeness } from './planning/likeness';
import { peopleOf } from './planning/people';
import { replicateCounter } from './planning/replicates';
import { selectedCells, selectionWarnings, type CellName } from './planning/selection';
import { segmentsOf, type Segment } from './planning/segments';
import { strategyOf, type Strategy } from './strategies';
import type { FewShotWorld } from './strategies/fewShot/types';
import type { RunSettings, Task } from './types';

export interface PlanCell extends CellId {
  readonly scale: Scale;
  /** How many are asked for. */
  readonly answers: number;
}

/** Everything that a run would ask, as a rule and not as a list: tasks are made when they are looked at. */
export interface Plan {
  readonly study: Study;
  readonly settings: RunSettings;
  readonly strategy: Strategy;
  readonly people: readonly Person[];
  readonly cells: readonly PlanCell[];
  readonly total: number;
  /** What has to be known of the people and the cells, before the run and beside its results. */
  readonly warnings: readonly string[];
  /** In plan order. */
  tasks(): Iterable<Task>;
  /** @throws RangeError for an index outside 0 … total − 1. */
  task(index: number): Task;
  /** What the messages of a task say of the respondent, as a key, and which of the equal ones it is (0, 1 …). */
  likeness(index: number): Likeness;
}

interface Cell extends PlanCell {
  /** Places in `people`, ascending. */
  readonly who: Uint32Array;
}

/**
 * The plan of a run. Cells take turns in small batches, so that a run that is cut off has asked all arms alike and
 * a server can reuse the beginning that the calls of a cell share.
 * @throws VignetteError `reference/unknown` for a selected condition, outcome or item that is not there, `plan/empty`
 * when nothing would be asked, `plan/not-simulated`, `scale/unsupported` and `simulate/unsupported` for what this version
 * cannot simulate, `strategy/levels` for a scale that the strategy cannot ask about, and those of drawing the panel.
 * @param sample the rows of the panel's file, where it has one. @param world what few-shot may not show, and embeddings.
 */
export function makePlan(
  study: Study,
  human: HumanData | undefined,
  settings: RunSettings,
  sample?: PanelSample,
  world?: FewShotWorld,
): Plan {
  const strategy = strategyOf(study, human, settings, world);
  const names = selectedCells(study, settings);
  const panel = study.panel && drawPanel(study.panel, sample, settings.seed);
  const people = peopleOf(panel?.people ?? human?.people ?? [], settings);
  const asData = panel === undefined && settings.assign === 'data' ? human : undefined;
  const cells = planCells(names, askedPeople(study, asData, people, names));
  for (const { scale, outcome } of cells) strategy.requireScale(scale, outcome);
  const segments = segmentsOf(cells.map(({ answers }) => answers));
  const total = cells.reduce((sum, { answers }) => sum + answers, 0);
  const place = placeFinder(cells, segments, total);
  const replicates = replicateCounter(
    people,
    cells.map(({ who }) => who),
    sameMessages(study, cells, settings, strategy),
  );
  const taskAt = (index: number): Task => {
    const { cell, person } = place(index);
    return makeTask(index, people, cells, cell, person);
  };
  function* tasks(): Iterable<Task> {
    for (let index = 0; index < total; index += 1) yield taskAt(index);
  }
  return {
    study,
    settings,
    strategy,
    people,
    cells: cells.map(({ condition, outcome, item, scale, answers }) => ({
      condition,
      outcome,
      item,
      scale,
      answers,
    })),
    total,
    warnings: [
      ...selectionWarnings(study, settings),
      ...(panel?.warnings ?? []),
      ...(strategy.kind === 'host' ? strategy.warnings : (strategy.warningsOf?.(tasks()) ?? [])),
    ],
    task: taskAt,
    likeness: (index) => {
      const { cell, person } = place(index);
      return replicates(cell, person);
    },
    tasks,
  };
}

function planCells(names: readonly CellName[], asked: readonly Uint32Array[]): readonly Cell[] {
  return names.map(({ condition, outcome, item }, i) => {
    const who = asked[i] ?? new Uint32Array();
    return {
      condition,
      outcome: outcome.id,
      item,
      scale: variantOf(outcome, condition).scale,
      answers: who.length,
      who,
    };
  });
}

/** A number a cell, equal for cells in which the same person reads the same messages. */
function sameMessages(
  study: Study,
  cells: readonly Cell[],
  settings: RunSettings,
  strategy: Strategy,
): readonly number[] {
  if (strategy.kind === 'host') return cells.map((_, i) => i);
  const write = messageWriter(study, settings, strategy);
  const nobody = { id: '', weight: 1, profile: [] };
  const groups = new Map<string, number>();
  return cells.map((cell, i) => {
    const hash = promptHash(write(plainTask(0, nobody, cell)));
    const group = groups.get(hash) ?? i;
    groups.set(hash, group);
    return group;
  });
}

/** Where a task stands: its cell and the place of its person. */
function placeFinder(
  cells: readonly Cell[],
  segments: readonly Segment[],
  total: number,
): (index: number) => { readonly cell: number; readonly person: number } {
  let latest = 0;
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= total)
      throw new RangeError(`The plan has no task ${index}.`);
    const near = segments[latest];
    if (near === undefined || index < near.start || index >= near.start + near.count)
      latest = segmentAt(segments, index);
    const { cell, from, start } = segments[latest] as Segment;
    return { cell, person: cells[cell]?.who[from + index - start] ?? 0 };
  };
}

function segmentAt(segments: readonly Segment[], index: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).start <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function makeTask(
  index: number,
  people: readonly Person[],
  cells: readonly Cell[],
  cell: number,
  person: number,
): Task {
  return plainTask(index, people[person] as Person, cells[cell] as Cell);
}

/** The first answer of a person in a cell, options as the scale has them. */
export function plainTask(
  index: number,
  person: Person,
  { condition, outcome, item, scale }: CellId & Pick<Task, 'scale'>,
): Task {
  return {
    index,
    person,
    condition,
    outcome,
    item,
    scale,
    draw: 0,
    order: undefined,
    frame: 0,
    profiles: undefined,
  };
}
