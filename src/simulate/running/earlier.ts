import { VignetteError } from '../../util/errors';
import type { Likeness } from '../planning/likeness';
import type { Plan } from '../plan';
import type { AnswerRecord } from '../types';
import type { Source } from './tally';

/**
 * What an earlier process left of this run, in plan order, with how each answer was come by.
 * @throws VignetteError `run/plan-differs` when a record is of another plan.
 */
export function earlierAnswers(
  plan: Plan,
  done: ReadonlyMap<number, AnswerRecord>,
): readonly { readonly record: AnswerRecord; readonly source: Source }[] {
  const records = [...done.values()].sort((a, b) => a.index - b.index);
  const calls = new Set<Likeness['call']>();
  return records.map((record) => {
    requireSameTask(plan, record);
    return { record, source: sourceOf(plan, record, calls) };
  });
}

/** The first answer of a call in plan order is the one that asked; the others took its reply. */
function sourceOf(plan: Plan, record: AnswerRecord, calls: Set<Likeness['call']>): Source {
  if (plan.strategy.kind === 'host') return 'host';
  if (record.cached) return 'cached';
  if (!plan.strategy.merges) return 'asked';
  const { call } = plan.likeness(record.index);
  if (calls.has(call)) return 'merged';
  calls.add(call);
  return 'asked';
}

function requireSameTask(plan: Plan, record: AnswerRecord): void {
  const task = record.index < plan.total ? plan.task(record.index) : undefined;
  if (
    task?.person.id === record.person &&
    task.condition === record.condition &&
    task.outcome === record.outcome &&
    task.item === record.item &&
    task.draw === record.draw
  )
    return;
  throw new VignetteError({
    code: 'run/plan-differs',
    message: 'The study, its data or the settings changed since this run began.',
    help: 'Start a new run: answers that still fit come from the cache.',
    audience: 'usage',
  });
}
