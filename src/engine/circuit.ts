import type { Clock } from '../simulate/ports';
import { VignetteError } from '../util/errors';
import type { OnEvent } from './events';

export interface CircuitSettings {
  /** Failed attempts in a row, over all calls, that end the work … */
  readonly failures: number;
  /** … once they have gone on for so long, so that one lost connection under many calls does not. */
  readonly overMs: number;
  /** As long as an endpoint has never answered, connections that it refuses end the work sooner. */
  readonly unseen: { readonly failures: number; readonly overMs: number };
}

export const circuitDefaults: CircuitSettings = {
  failures: 10,
  overMs: 15_000,
  unseen: { failures: 3, overMs: 1_000 },
};

/** Ends hopeless work with its cause, instead of letting every call find out for itself. */
export interface Circuit {
  /** @throws VignetteError with the code of the failure that opened it. */
  check(): void;
  succeeded(): void;
  /** `nobody`: nothing listens at the address. */
  failed(error: VignetteError, nobody?: boolean): void;
  /** The endpoint refuses for good, whatever is asked. */
  refused(error: VignetteError): void;
}

export function makeCircuit(clock: Clock, settings: CircuitSettings, onEvent: OnEvent): Circuit {
  let seen = false;
  let streak = { failures: 0, sinceMs: 0 };
  let opened: VignetteError | undefined;

  function open(error: VignetteError, code: string): void {
    if (opened !== undefined) return;
    opened = error;
    onEvent({ kind: 'circuit-open', atMs: clock.now(), code });
  }

  return {
    check: () => {
      if (opened !== undefined) throw opened;
    },
    succeeded: () => {
      seen = true;
      streak = { failures: 0, sinceMs: 0 };
    },
    failed: (error, nobody = false) => {
      const nowMs = clock.now();
      const sinceMs = streak.failures === 0 ? nowMs : streak.sinceMs;
      streak = { failures: streak.failures + 1, sinceMs };
      seen ||= !nobody;
      const { failures, overMs } = seen ? settings : settings.unseen;
      const hopeless = streak.failures >= failures && nowMs - sinceMs >= overMs;
      if (hopeless) open(hopelessness(error, streak.failures), error.code);
    },
    refused: (error) => open(error, error.code),
  };
}

function hopelessness(cause: VignetteError, failures: number): VignetteError {
  return new VignetteError({
    code: cause.code,
    message: `${cause.message} ${failures} attempts in a row failed.`,
    help: cause.help,
    audience: cause.audience,
    cause,
  });
}
