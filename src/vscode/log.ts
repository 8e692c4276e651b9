import { window, type LogOutputChannel } from 'vscode';
import { asVignetteError } from '../util/errors';

export type Log = LogOutputChannel;

export function createLog(): Log {
  return window.createOutputChannel('Vignette', { log: true });
}

/** Writes an error with its cause to the log; keys never get here, since errors never hold them. */
export function logError(log: Log, doing: string, error: unknown): void {
  const known = asVignetteError(error);
  log.error(`${doing}: ${known.code}: ${known.message} ${known.help}`);
  if (known.audience === 'internal') log.error(known.cause instanceof Error ? known.cause : known);
}
