import { VignetteError } from './errors';

/** Throws `run/cancelled` when the signal is aborted. Call it between steps of long work. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new VignetteError({
    code: 'run/cancelled',
    message: 'The work was cancelled.',
    help: 'What was done so far is kept; start it again to go on.',
    audience: 'incomplete',
    cause: signal.reason,
  });
}
