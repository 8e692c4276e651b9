import type { BatchServer, BatchStatus } from '../../engine/batch/types';
import type { Report, Services, Signals } from '../services';
import type { BatchRecord } from './state';

/** Batches take minutes to a day: the pauses grow. */
const firstPauseMs = 15_000;
const longestPauseMs = 300_000;

/**
 * Waits until every batch of a run has ended; nothing is held meanwhile, so that other commands may use the run.
 * @throws VignetteError `run/cancelled`, and those of the endpoint.
 */
export async function waitForBatches(
  { clock }: Services,
  server: BatchServer,
  { shards }: BatchRecord,
  { stop }: Signals,
  report: Report,
): Promise<void> {
  const batches = shards.flatMap(({ state, batch }) =>
    state === 'submitted' && batch !== null ? [batch] : [],
  );
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 2)) {
    const statuses: BatchStatus[] = [];
    for (const batch of batches) statuses.push(await server.status(batch, stop));
    if (statuses.every(({ ended }) => ended)) return;
    report.status(waiting(statuses), shareOf(statuses));
    await clock.sleep(pause, stop);
  }
}

function waiting(statuses: readonly BatchStatus[]): string {
  const words = new Map<string, number>();
  for (const { status } of statuses) words.set(status, (words.get(status) ?? 0) + 1);
  return `Batches: ${[...words].map(([status, n]) => `${n} ${status}`).join(', ')}.`;
}

function shareOf(statuses: readonly BatchStatus[]): number {
  const total = statuses.reduce((sum, { counts }) => sum + counts.total, 0);
  const done = statuses.reduce((sum, { counts }) => sum + counts.completed + counts.failed, 0);
  return total === 0 ? 0 : Math.min(1, done / total);
}
