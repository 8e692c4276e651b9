import type { Clock } from '../../../simulate/ports';
import { VignetteError } from '../../../util/errors';
import type { Files } from '../../../workspace/files';
import type { OnProgress } from '../types';

/** What getting something into the user's storage needs of the world. */
export interface StorageDeps {
  readonly files: Pick<Files, 'lock'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** Does `work` while no other process does; waits for one that does. */
export async function exclusively(lock: string, deps: StorageDeps, work: () => Promise<void>): Promise<void> {
  const release = await takeTurn(lock, deps);
  try {
    await work();
  } finally {
    await release();
  }
}

async function takeTurn(lock: string, deps: StorageDeps): Promise<() => Promise<void>> {
  for (;;) {
    try {
      return await deps.files.lock(lock);
    } catch (error) {
      if (!(error instanceof VignetteError) || error.code !== 'file/locked') throw error;
      deps.onProgress('Waiting for another process that is getting it');
      await deps.clock.sleep(500, deps.signal);
    }
  }
}
