import type { AnswerRecord } from '../types';

/** Stops a run that goes wrong from the start. */
export interface FailureGate {
  add(record: AnswerRecord): void;
  /** Why the run should stop; undefined while it may go on. */
  readonly why: string | undefined;
  /** How many calls may be in flight: few enough while it is not decided that stopping still saves something. */
  readonly room: number;
}

const first = 50;
const tolerated = 0.2;

/**
 * Closes when more than a fifth of the first 50 answers of a run could not be read. Answers of an earlier process count; a run
 * that was resumed after it was stopped here is let through, since a person decided so.
 */
export function makeFailureGate(done: Iterable<AnswerRecord>): FailureGate {
  let seen = 0;
  let failed = 0;
  const count = (record: AnswerRecord): void => {
    if (seen >= first) return;
    seen += 1;
    if (record.result.kind === 'failure') failed += 1;
  };
  for (const record of done) count(record);
  const decided = failed > tolerated * first;
  return {
    add: count,
    get room() {
      return seen < first && !decided ? first : Infinity;
    },
    get why() {
      if (decided || failed <= tolerated * first) return undefined;
      return (
        `Too many failures (run/too-many-failures): ${failed} of the first ${seen} answers could not be read. ` +
        'Look at the raw replies; another model or prompt may help. Resuming goes on in spite of it.'
      );
    },
  };
}
