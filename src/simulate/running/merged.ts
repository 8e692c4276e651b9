import type { Likeness } from '../planning/likeness';
import type { AnswerRecord, Task } from '../types';
import { answered, noUsage, type Answered, type Prepared } from './answered';
import { attemptsOf, type Settled } from './attempts';
import type { AskingParts } from './parts';
import type { Question } from './question';

/** A reply that several tasks draw from, and how those after the first come by it. */
interface SharedReply {
  readonly question: Question;
  readonly source: 'merged' | 'cached';
  /** Undefined when asking again no longer fits the budget. */
  readonly settled: Promise<Settled | undefined>;
}

/**
 * Tasks whose reply is a list of probabilities: equal calls are made once, and every task draws from the reply. One that
 * cannot be read is asked for again, for all of them. What it cost stands with the task that asked, its raw text with the
 * first of the equal tasks, its retries with each.
 * @param paid calls (`Likeness.call`) for which an earlier process of this run paid.
 */
export function mergedTasks(
  parts: AskingParts,
  paid: ReadonlySet<Likeness['call']>,
): (task: Task) => Prepared {
  const { strategy, spending, likenessOf } = parts;
  const attempts = attemptsOf(parts);
  const shared = new Map<Likeness['call'], SharedReply>();

  function keep(question: Question, entry: SharedReply): void {
    if (question.likeness.alike > 1) shared.set(question.likeness.call, entry);
  }

  function record(question: Question, settled: Settled, source: 'asked' | 'merged' | 'cached'): Answered {
    const { reply, attempt } = settled;
    const cost = source === 'asked' ? settled : { usage: noUsage, ms: 0 };
    const asked = { source, usage: cost.usage, ms: cost.ms, retries: attempt };
    const { task } = question;
    const made = answered(question, strategy.answer(reply, task), reply, asked);
    return likenessOf(task).replicate === 0 ? made : { ...made, record: withoutText(made.record) };
  }

  async function draw(task: Task, { question, source, settled }: SharedReply): Promise<Answered | undefined> {
    const got = await settled;
    return got && record({ ...question, task }, got, source);
  }

  async function ask(
    question: Question,
    settled: Promise<Settled | undefined>,
  ): Promise<Answered | undefined> {
    const got = await settled;
    return got && record(question, got, 'asked');
  }

  return (task) => {
    const { call } = likenessOf(task);
    const twin = shared.get(call);
    if (twin) return { kind: 'shared', wait: () => draw(task, twin) };
    const question = parts.questionOf(task);
    const found = attempts.fromCache(question);
    if (typeof found !== 'number') {
      const source = paid.has(call) ? 'merged' : 'cached';
      keep(question, { question, source, settled: Promise.resolve(found) });
      return { kind: 'known', answered: record(question, found, source) };
    }
    return {
      kind: 'open',
      start: () => {
        const claim = spending.claim(question.messages, strategy.maxTokens);
        if (claim === undefined) return undefined;
        const settled = attempts.ask(question, found, claim);
        keep(question, { question, source: 'merged', settled });
        return ask(question, settled);
      },
    };
  };
}

/** Thousands of people may draw from one long reply, which would stand thousands of times in the journal. */
function withoutText(record: AnswerRecord): AnswerRecord {
  const { result } = record;
  return { ...record, raw: undefined, result: result.kind === 'failure' ? { ...result, raw: '' } : result };
}
