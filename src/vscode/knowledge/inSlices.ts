import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Steps } from '../../util/steps';

/** Well below what is felt, as other work waits its turn in between. */
const sliceMs = 15;

/** Does work in slices of some milliseconds, after a wait; undefined once `signal` says that nobody wants it. */
export async function inSlices<T>(
  steps: Steps<T>,
  waitMs: number,
  signal: AbortSignal,
): Promise<T | undefined> {
  await setTimeout(waitMs);
  while (!signal.aborted) {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await setImmediate();
  }
  return undefined;
}
