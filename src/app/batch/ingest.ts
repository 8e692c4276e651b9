import { outputLine, type OutputLine } from '../../engine/batch/outputLine';
import type { OpenCall } from '../../simulate/batch/walk';
import type { BatchRun } from './open';
import type { LineCounts } from './types';

/** A call that an engine could not answer. */
export interface FailedCall {
  readonly id: string;
  readonly status: number | null;
  readonly message: string;
}

/** Reads lines of outputs into the replies of a run. */
export interface Intake {
  take(text: string): Promise<void>;
  counts(): LineCounts;
  failures(): readonly FailedCall[];
}

/** @param open the calls whose replies are wanted; an outcome of any other is counted and left aside. */
export function makeIntake(
  { wording, replies }: Pick<BatchRun, 'wording' | 'replies'>,
  open: ReadonlyMap<string, OpenCall>,
): Intake {
  const sum = { read: 0, collected: 0, known: 0, duplicate: 0, unknown: 0, garbage: 0 };
  const answered = new Set<string>();
  const failed = new Map<string, FailedCall>();

  async function takeReply({ id, body }: Extract<OutputLine, { kind: 'reply' }>): Promise<void> {
    const wanted = open.get(id);
    if (wanted === undefined) return void (sum[replies.get(id) === undefined ? 'unknown' : 'known'] += 1);
    if (answered.has(id)) return void (sum.duplicate += 1);
    const reply = wording.reply(wanted.call, body);
    if ('problem' in reply) return fail({ id, status: 200, message: reply.problem });
    answered.add(id);
    failed.delete(id);
    await replies.put(id, reply);
    sum.collected += 1;
  }

  function fail(call: FailedCall): void {
    if (answered.has(call.id) || failed.has(call.id)) sum.duplicate += 1;
    else if (open.has(call.id)) failed.set(call.id, call);
    else sum.unknown += 1;
  }

  return {
    take: async (text) => {
      if (text.trim() === '') return;
      sum.read += 1;
      const line = outputLine(text);
      if (line.kind === 'garbage') sum.garbage += 1;
      else if (line.kind === 'reply') await takeReply(line);
      else fail({ id: line.id, status: line.status, message: line.message });
    },
    counts: () => ({ ...sum, failed: failed.size }),
    failures: () => [...failed.values()],
  };
}

/** What failed and how often, most often first. */
export function problemsOf(
  failures: readonly FailedCall[],
): readonly { readonly message: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { message } of failures) counts.set(message, (counts.get(message) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.slice(0, 10).map(([message, count]) => ({ message, count }));
}
