import { makePlan, type Plan } from '../../../../src/simulate/plan';
import { promptWriter } from '../../../../src/simulate/messages';
import { runSettings } from '../../../../src/simulate/settings';
import type { HumanData } from '../../../../src/data/types';
import type { AnswerResult, ModelCall, ModelReply, RunSettings } from '../../../../src/simulate/types';
import type { ModelStrategy } from '../../../../src/simulate/strategies';
import type { Study } from '../../../../src/study/types';

/** A plan of all people in all conditions. */
export function planOf(study: Study, human: HumanData | undefined, settings: Partial<RunSettings>): Plan {
  return makePlan(study, human, runSettings(study, { assign: 'all', ...settings }));
}

export function askingOf({ strategy }: Plan): ModelStrategy {
  if (strategy.kind === 'host') throw new Error('asks no model');
  return strategy;
}

/** The call of each task, as the run makes it. */
export function callsOf(plan: Plan): readonly ModelCall[] {
  const strategy = askingOf(plan);
  const write = promptWriter(plan.study, plan.settings, strategy);
  return [...plan.tasks()].map((task) => {
    const { persona, replicate } = plan.likeness(task.index);
    return strategy.call({ task, messages: write(task).messages, persona, replicate, attempt: 0 });
  });
}

/** The text of each call, messages joined. */
export function textsOf(plan: Plan): readonly string[] {
  return callsOf(plan).map(({ messages }) => messages.map(({ content }) => content).join('\n\n'));
}

/** What the strategy reads in a reply to the first task. */
export function readBy(plan: Plan, reply: ModelReply, index = 0): AnswerResult {
  return askingOf(plan).answer(reply, plan.task(index));
}
