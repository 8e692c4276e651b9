import type { Clock, RunCounts, RunProgress } from '../ports';
import type { Price } from '../../study/types';
import type { AnswerRecord, Model, Usage } from '../types';
import { plusUsage, usdFor } from '../prices/cost';
import { noUsage } from './answered';
import { requestsOf } from './sampling/conversation';

/** How a task came by its reply. */
export type Source = 'asked' | 'merged' | 'cached' | 'host';

/** Counts what was answered, over all processes of a run. */
export interface Tally {
  add(record: AnswerRecord, source: Source): void;
  counts(): RunCounts;
  progress(): RunProgress;
  /** Whether the last progress was long enough ago. */
  due(): boolean;
}

/** Progress at most four times a second. */
const pause = 250;

/** The rate is that of the last seconds. */
const rateWindow = 10_000;

export function makeTally(total: number, model: Model | undefined, clock: Clock): Tally {
  const sum = { answers: 0, failed: 0, cached: 0, merged: 0, retried: 0, requests: 0 };
  let usage: Usage = noUsage;
  const price = model === undefined ? { in: 0, out: 0 } : priceOf(model);
  let marks: { readonly at: number; readonly asked: number }[] = [{ at: clock.now(), asked: 0 }];
  let asked = 0;
  let shown = -Infinity;

  function rate(now: number): number {
    marks = [...marks.filter(({ at }) => at >= now - rateWindow), { at: now, asked }];
    const [oldest] = marks;
    return oldest === undefined || now <= oldest.at ? 0 : ((asked - oldest.asked) * 1000) / (now - oldest.at);
  }

  const usd = (): number | undefined => (price === undefined ? undefined : usdFor(usage, price));

  return {
    add: (record, source) => {
      sum.answers += 1;
      sum.failed += record.result.kind === 'failure' ? 1 : 0;
      sum.cached += source === 'cached' ? 1 : 0;
      sum.merged += source === 'merged' ? 1 : 0;
      sum.retried += source === 'asked' ? record.retries : 0;
      sum.requests += source === 'asked' ? requestsOf(record) : 0;
      usage = plusUsage(usage, record.usage);
      asked += source === 'cached' ? 0 : 1;
    },
    counts: () => ({
      answers: sum.answers,
      requests: sum.requests,
      cached: sum.cached,
      merged: sum.merged,
      failed: sum.failed,
      retried: sum.retried,
      usage: { ...billed(usage), usd: usd() ?? null },
    }),
    progress: () => {
      const now = clock.now();
      shown = now;
      const perSecond = rate(now);
      return {
        total,
        answered: sum.answers,
        failed: sum.failed,
        cached: sum.cached,
        rate: perSecond,
        usd: usd(),
        secondsLeft: perSecond > 0 ? (total - sum.answers) / perSecond : undefined,
        limit: model?.limit() ?? 1,
      };
    },
    due: () => clock.now() - shown >= pause,
  };
}

/** The usage without parts that are nothing. */
function billed({ cachedIn, ...rest }: Usage): Omit<RunCounts['usage'], 'usd'> {
  return cachedIn > 0 ? { ...rest, cachedIn } : rest;
}

function priceOf(model: Model): Price | undefined {
  return model.price ?? (model.capabilities.local ? { in: 0, out: 0 } : undefined);
}
