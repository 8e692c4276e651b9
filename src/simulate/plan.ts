import type { HumanData, Person } from '../data/types';
import type { Study } from '../study/types';
import { requireCalibratable } from './calibrate/require';
import { drawPanel } from './panel/draw';
import type { PanelSample } from './panel/sample';
import { askedPeople } from './planning/asked';
import { planCells, type Cell, type PlanCell } from './planning/cells';
import type { Likeness } from './planning/likeness';
import { peopleOf } from './planning/people';
import { personaKeys, sameMessages } from './planning/personas';
import { placeFinder, type Place } from './planning/places';
import { replicateCounter } from './planning/replicates';
import { segmentsOf } from './planning/segments';
import { selectedCells, selectionWarnings } from './planning/selection';
import { variationOf, type Variation } from './planning/variation';
import { requirePersona } from './prompting/persona';
import { ownParts } from './prompting/voice';
import { strategyOf, type Strategy } from './strategies';
import type { FewShotWorld } from './strategies/fewShot/types';
import type { RunSettings, Task } from './types';

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
  /** The first answer of a person in a cell, as the plan has it or would have it; both by their places. */
  firstOf(cell: number, person: number): Task;
  /** What the messages of a task say of the respondent, as a key, and which of the equal ones it is (0, 1 …). */
  likeness(index: number): Likeness;
}

/**
 * The plan of a run. Cells take turns in small batches, so that a run that is cut off has asked all arms alike and
 * a server can reuse the beginning that the calls of a cell share.
 * @throws VignetteError `reference/unknown` for a selected condition, outcome or item that is not there, `plan/empty`
 * when nothing would be asked, `plan/not-simulated`, `plan/restrict`, `simulate/unsupported` for a filter that cannot be followed, `strategy/levels` for a scale that the strategy cannot ask about, and those of drawing the panel.
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
  requirePersona(settings, people);
  const cells = planCells(names, askedPeople(study, asData, people, names), people, settings, asData);
  for (const { scale, outcome } of cells) strategy.requireScale(scale, outcome);
  const asked = cells.filter(({ answers }) => answers > 0);
  requireCalibratable(settings, human, asked);
  const segments = segmentsOf(cells.map(({ answers }) => answers));
  const total = cells.reduce((sum, { answers }) => sum + answers, 0);
  const place = placeFinder(
    cells.map(({ slots }) => slots),
    segments,
    total,
  );
  const groups = sameMessages(study, cells, settings, strategy);
  const replicates = replicateCounter(
    personaKeys(study, people, settings, strategy),
    cells.map((cell, i) => ({ who: cell.who, draws: cell.draws, group: groups[i] ?? i })),
    strategy.kind === 'model' && strategy.examples !== undefined,
  );
  const variation = variationOf(people, settings);
  const taskAt = (index: number): Task => makeTask(index, people, cells, place(index), variation);
  function* tasks(): Iterable<Task> {
    for (let index = 0; index < total; index += 1) yield taskAt(index);
  }
  return {
    study,
    settings,
    strategy,
    people,
    cells: cells.map(named),
    total,
    warnings: [
      ...selectionWarnings(study, settings),
      ...(panel?.warnings ?? []),
      ...modifierWarnings(settings, strategy),
      ...(strategy.kind === 'host' ? strategy.warnings : (strategy.warningsOf?.(tasks()) ?? [])),
    ],
    task: taskAt,
    firstOf: (cell, person) => makeTask(0, people, cells, { cell, person, draw: 0 }, variation),
    likeness: (index) => {
      const { cell, person } = place(index);
      return replicates(taskAt(index), cell, person);
    },
    tasks,
  };
}

function named({ condition, outcome, item, scale, answers }: Cell): PlanCell {
  return { condition, outcome, item, scale, answers };
}

/** Modifiers that change less than they seem to. */
function modifierWarnings({ person, frames, prompts }: RunSettings, strategy: Strategy): readonly string[] {
  if ((person === 0 && frames === 1) || strategy.kind === 'host') return [];
  if (strategy.subject !== undefined)
    return [`The strategy ${strategy.name} has its own words: person and frames change nothing.`];
  const own = ownParts(prompts);
  if (own.length === 0) return [];
  return [`Person and frames leave what you wrote yourself as it is: ${own.join(', ')}.`];
}

function makeTask(
  index: number,
  people: readonly Person[],
  cells: readonly Cell[],
  { cell, person, draw }: Place,
  variation: Variation,
): Task {
  const its = cells[cell] as Cell;
  const { condition, outcome, item, scale } = its;
  return {
    index,
    person: people[person] as Person,
    condition,
    outcome,
    item,
    scale,
    draw,
    order: variation.order(its, person, draw),
    frame: variation.frame(person, draw),
    profiles: its.profiles(person, draw),
  };
}
