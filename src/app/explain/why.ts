import type { Plan } from '../../simulate/plan';
import { questionWriter, type Question } from '../../simulate/running/question';
import type { AnswerRecord, ModelCall, Task } from '../../simulate/types';
import { VignetteError } from '../../util/errors';
import { readAnswers } from '../../workspace/answers';
import { cacheFolder, type StoredRun } from '../../workspace/runStore';
import { reopenRun, type RunToReopen } from '../runs/reopenRun';
import type { Services } from '../services';
import { reasonFor } from './reason';
import { modelWords, nearestEarlier } from './nearest';
import type { AnswerSource, WhyResult } from './types';

export interface WhyOptions extends RunToReopen {
  readonly condition: string;
  readonly outcome: string;
  readonly respondent: string;
  /** Undefined: the first of the study, where it has items. */
  readonly item?: string;
  /** From 0, which is also what undefined means. */
  readonly draw?: number;
}

/** Draws of one call that are looked for in the cache. */
const mostDraws = 100;

/**
 * Why an answer of a run was or was not taken from the cache, with everything that was asked and answered. Nothing is sent
 * or written.
 * @throws VignetteError `why/not-in-plan`, and those of reopening a run.
 */
export async function why(services: Services, options: WhyOptions, signal: AbortSignal): Promise<WhyResult> {
  const { run, root, plan } = await reopenRun(services, options, signal);
  const task = taskOf(plan, options);
  const records = await readAnswers(services.files, run.folder, run.manifest.answers, signal);
  const record = records.find(({ index }) => index === task.index);
  const { manifest } = run;
  const about = {
    run: manifest.id,
    study: manifest.study.id,
    condition: task.condition,
    outcome: task.outcome,
    item: task.item,
    respondent: task.person.id,
    draw: task.draw,
    index: task.index,
    order: record?.order ?? task.order ?? null,
    frame: record?.frame ?? task.frame,
    profiles: record?.profiles ?? task.profiles ?? null,
    shown: record?.shown ?? [],
    ...answerOf(record),
  };
  if (plan.strategy.kind === 'host') return { ...about, ...withoutModel };
  const question = questionWriter(plan, plan.strategy, manifest.model)(task);
  const cache = await lookInto(services, root, question, plan, run);
  const source = sourceOf(plan, records, record);
  const earlier = await nearestEarlier(services.files, root, { run, ...question }, signal);
  const nearest = earlier && withDraw(earlier, cache);
  const reason = reasonFor({ source, fresh: manifest.fresh, cached: cache.key.cached, nearest });
  return { ...about, source, why: reason, ...cache, nearest: nearest ?? null, messages: question.messages };
}

const withoutModel = {
  source: 'baseline',
  why: 'A baseline asks no model, so there is nothing to keep or to take from the cache.',
  key: null,
  nearest: null,
  otherDraws: [],
  messages: [],
} as const;

function answerOf(
  record: AnswerRecord | undefined,
): Pick<WhyResult, 'result' | 'raw' | 'usage' | 'ms' | 'retries'> {
  if (record === undefined) return { result: null, raw: null, usage: null, ms: null, retries: null };
  const { result, raw, usage, ms, retries } = record;
  return { result, raw: raw ?? null, usage, ms, retries };
}

function taskOf(plan: Plan, { condition, outcome, respondent, item, draw = 0 }: WhyOptions): Task {
  const wantedItem = item ?? plan.study.items[0]?.id ?? null;
  for (const task of plan.tasks())
    if (
      task.person.id === respondent &&
      task.condition === condition &&
      task.outcome === outcome &&
      task.item === wantedItem &&
      task.draw === draw
    )
      return task;
  const where = [condition, outcome, ...(wantedItem === null ? [] : [wantedItem])].join(' · ');
  const some = plan.people.slice(0, 3).map(({ id }) => id);
  throw new VignetteError({
    code: 'why/not-in-plan',
    message: `This run does not ask ${respondent} for ${where}${draw === 0 ? '' : `, draw ${draw}`}.`,
    help: `Its cells: ${cellWords(plan)}. Its first respondents: ${some.join(', ')}.`,
    audience: 'usage',
  });
}

function cellWords({ cells }: Plan): string {
  const some = cells
    .slice(0, 5)
    .map(({ condition, outcome, item }) => [condition, outcome, item ?? ''].join(' '));
  return some.map((words) => words.trim()).join(', ') + (cells.length > 5 ? ' …' : '');
}

async function lookInto(
  services: Services,
  root: string,
  question: Question,
  plan: Plan,
  { manifest }: StoredRun,
): Promise<Pick<WhyResult, 'otherDraws'> & { readonly key: NonNullable<WhyResult['key']> }> {
  const { call, key } = question.attempt(0);
  const merges = plan.strategy.kind === 'model' && plan.strategy.merges;
  const draw = merges ? 0 : question.likeness.replicate;
  const cache = await services.stores.cache(cacheFolder(root), () => undefined);
  try {
    const others = merges ? [] : otherTasks(question, plan, manifest.model);
    return {
      key: {
        hash: key,
        model: modelWords(manifest.model),
        parameters: parametersOf(call),
        prompt: question.prompt,
        draw,
        cached: cache.get(key) !== undefined,
      },
      otherDraws: others.flatMap((other) => (cache.get(other.key) === undefined ? [] : [other.draw])),
    };
  } finally {
    await cache.close();
  }
}

/** The same call for the other respondents that the plan has with these messages. */
function otherTasks(
  { task, likeness, prompt }: Question,
  plan: Plan,
  identity: Parameters<typeof questionWriter>[2],
): readonly { readonly draw: number; readonly key: string }[] {
  if (plan.strategy.kind === 'host') return [];
  const write = questionWriter(plan, plan.strategy, identity);
  const found: { draw: number; key: string }[] = [];
  for (const other of plan.tasks()) {
    if (found.length >= mostDraws) break;
    if (other.index === task.index) continue;
    const alike = plan.likeness(other.index);
    if (alike.call !== likeness.call) continue;
    const question = write(other);
    if (question.prompt === prompt) found.push({ draw: alike.replicate, key: question.attempt(0).key });
  }
  return found;
}

function parametersOf(call: ModelCall): Readonly<Record<string, string | number>> {
  if (call.kind === 'options') return { kind: 'options', codes: call.codes.join(' ') };
  return { kind: 'text', ...call.sampling };
}

/** Where nothing else differs and other draws of the call are there, it is the draw. */
function withDraw(
  earlier: NonNullable<WhyResult['nearest']>,
  { key, otherDraws }: Awaited<ReturnType<typeof lookInto>>,
): NonNullable<WhyResult['nearest']> {
  if (earlier.differs.length > 0 || key.cached || otherDraws.length === 0) return earlier;
  return { ...earlier, differs: [{ part: 'draw', now: `${key.draw}`, then: otherDraws.join(', ') }] };
}

/** The first answer of a merged call in plan order is the one that asked. */
function sourceOf(
  plan: Plan,
  records: readonly AnswerRecord[],
  record: AnswerRecord | undefined,
): AnswerSource {
  if (record === undefined) return 'open';
  if (record.cached) return 'cache';
  if (plan.strategy.kind === 'host' || !plan.strategy.merges) return 'asked';
  const { call } = plan.likeness(record.index);
  const first = records.find((other) => !other.cached && plan.likeness(other.index).call === call);
  return first === undefined || first.index === record.index ? 'asked' : 'merged';
}
