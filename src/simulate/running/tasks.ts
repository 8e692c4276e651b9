import { VignetteError } from '../../util/errors';
import type { Plan } from '../plan';
import { plusUsage } from '../prices/cost';
import type { RunPorts } from '../ports';
import type { HostStrategy } from '../strategies';
import type { AnswerRecord, Model, Task } from '../types';
import { noUsage, recordOf, type Prepared } from './answered';
import { mergedTasks } from './merged';
import { questionWriter } from './question';
import { requester, type RequestMaker } from './requests';
import { requestsOf } from './sampling/conversation';
import { sampledTasks } from './sampling/sampled';
import { makeSpending, type Spending } from './spending';
import type { Source } from './tally';

/** How the tasks of a run are answered. */
export interface Tasks {
  prepare(task: Task): Prepared;
  /** Undefined where nothing is asked. */
  readonly spending: Spending | undefined;
}

/**
 * @param before what earlier processes of this run left, with how each came by its reply.
 * @throws VignetteError `run/no-model` for a strategy that needs one, `model/no-logprobs`, `budget/no-price`.
 */
export function tasksOf(
  plan: Plan,
  ports: Pick<RunPorts, 'model' | 'cache' | 'clock' | 'budget'>,
  force: AbortSignal,
  before: readonly { readonly record: AnswerRecord; readonly source: Source }[],
  makeRequest: RequestMaker = requester,
): Tasks {
  const { strategy } = plan;
  if (strategy.kind === 'host') return { prepare: (task) => hostAnswer(strategy, task), spending: undefined };
  const { model, cache, clock } = ports;
  if (model === undefined) throw noModel(strategy.name);
  if (strategy.needsLogprobs && !model.capabilities.logprobs) throw noLogprobs(model, strategy.name);
  const asked = before.filter(({ source }) => source === 'asked').map(({ record }) => record);
  const spending = makeSpending(ports.budget, model, {
    requests: asked.reduce((sum, record) => sum + requestsOf(record), 0),
    usage: before.reduce((sum, { record }) => plusUsage(sum, record.usage), noUsage),
  });
  const parts = {
    strategy,
    cache,
    clock,
    spending,
    likenessOf: (task: Task) => plan.likeness(task.index),
    request: makeRequest(model, cache, spending, force),
    questionOf: questionWriter(plan, strategy, model.identity),
  };
  const paid = new Set(asked.map(({ index }) => plan.likeness(index).call));
  return { prepare: strategy.merges ? mergedTasks(parts, paid) : sampledTasks(parts), spending };
}

function hostAnswer(strategy: HostStrategy, task: Task): Prepared {
  const record = recordOf(task, {
    result: strategy.answer(task),
    raw: undefined,
    prompt: '',
    usage: noUsage,
    ms: 0,
    cached: false,
    retries: 0,
  });
  return { kind: 'known', answered: { record, source: 'host', messages: [] } };
}

function noModel(strategy: string): VignetteError {
  return new VignetteError({
    code: 'run/no-model',
    message: `The strategy ${strategy} needs a model, and there is none.`,
    help: 'Choose a model, or the strategy baseline.',
    audience: 'usage',
  });
}

function noLogprobs({ identity }: Model, strategy: string): VignetteError {
  return new VignetteError({
    code: 'model/no-logprobs',
    message: `The strategy ${strategy} reads probabilities of tokens, and ${identity.name} gives none.`,
    help: 'Use the strategy verbalize, direct or reason, or a model whose endpoint gives logprobs.',
    audience: 'endpoint',
  });
}
