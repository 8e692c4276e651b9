import type { Person } from '../data/types';
import type { Task } from '../simulate/types';
import { promptHash, promptWriter } from '../simulate/messages';
import { makePlan, type Plan } from '../simulate/plan';
import { VignetteError } from '../util/errors';
import { loadStudy, requireValid } from './inputs/loadStudy';
import { loadInputs } from './inputs/people';
import { chooseRun } from './runs/settings';
import { withKnownVectors } from './runs/similarity';
import type { Services } from './services';
import type { PromptResult, SimulateOptions } from './types';

export interface PromptOptions extends SimulateOptions {
  readonly condition: string;
  readonly outcome: string;
  /** Undefined: the first of the study, where it has items. */
  readonly item?: string;
  /** Undefined: the first who is asked this. */
  readonly respondent?: string;
}

/**
 * The exact text of one call. Nothing is sent anywhere.
 * @throws VignetteError `study/invalid`, `usage/unknown-condition`, `usage/unknown-outcome`,
 * `usage/unknown-respondent`, `run/nothing-to-ask`, and those of planning.
 */
export async function prompt(
  services: Services,
  options: PromptOptions,
  signal: AbortSignal,
): Promise<PromptResult> {
  const { condition, outcome } = options;
  const loaded = await loadStudy(services, options.study);
  requireValid(loaded.path, loaded.document.diagnostics);
  const { human, sample } = await loadInputs(services, loaded, { outside: options.yes ?? false }, signal);
  const item = options.item ?? loaded.study.items[0]?.id ?? null;
  const only = { conditions: [condition], outcomes: [outcome], items: item === null ? [] : [item] };
  const { settings, entry } = await chooseRun(services, loaded, { ...options, ...only }, signal);
  const wanted = options.respondent;
  const everyone = wanted === undefined ? settings : { ...settings, respondents: undefined };
  const first = makePlan(loaded.study, human, everyone, sample);
  const comparing = { root: loaded.project.root, plan: first, human, sample, entry };
  const plan = await withKnownVectors(services, comparing);
  const person = wanted === undefined ? firstAsked(plan) : plan.people.find(({ id }) => id === wanted);
  if (person === undefined)
    throw wanted === undefined ? nobodyAsked() : unknownRespondent(wanted, plan.people);
  const task = taskOf(plan, person);
  const { messages, shown } = promptWriter(loaded.study, settings, plan.strategy)(task);
  return {
    study: loaded.study.id,
    condition,
    outcome,
    item,
    respondent: person.id,
    model: settings.model,
    strategy: settings.strategy,
    order: task.order ?? null,
    frame: task.frame,
    shown,
    messages,
    hash: promptHash(messages),
  };
}

/** The plan's own task of this person, else one as the plan would have it. */
function taskOf(plan: Plan, person: Person): Task {
  for (const task of plan.tasks()) if (task.person === person) return task;
  return plan.firstOf(0, plan.people.indexOf(person));
}

function firstAsked(plan: Plan): Person | undefined {
  for (const { person } of plan.tasks()) return person;
  return undefined;
}

function unknownRespondent(id: string, people: readonly Person[]): VignetteError {
  const some = people.slice(0, 3).map((person) => person.id);
  return new VignetteError({
    code: 'usage/unknown-respondent',
    message: `There is no respondent ${id} to be asked.`,
    help: `The first are: ${some.join(', ')}.`,
    audience: 'usage',
  });
}

function nobodyAsked(): VignetteError {
  return new VignetteError({
    code: 'run/nothing-to-ask',
    message: 'Nobody is asked this: no respondent of the data answered it here, or `askIf` leaves none.',
    help: 'Name a respondent with --respondent, or see whom --assign all asks.',
    audience: 'usage',
  });
}
