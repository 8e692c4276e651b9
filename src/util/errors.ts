/** Who has to act, which decides the exit status of the command line and the tone in the editor. */
export type Audience =
  /** The study, the data or the expectation does not hold: exit 1. */
  | 'invalid'
  /** A flag, a file name or a folder is wrong: exit 2. */
  | 'usage'
  /** A budget, a cancel or too many failures ended the work; what was done is kept: exit 3. */
  | 'incomplete'
  /** The endpoint refused or cannot be reached: exit 4. */
  | 'endpoint'
  /** The person at the keyboard interrupted: exit 130. */
  | 'interrupted'
  /** A mistake of ours. */
  | 'internal';

export interface Problem {
  /** Stable, `area/what`, listed in docs/errors.md. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly help: string;
  readonly audience: Audience;
  readonly cause?: unknown;
}

/** The only error that crosses a room's door. It is told apart by `code`, never by its message. */
export class VignetteError extends Error {
  readonly code: string;
  readonly help: string;
  readonly audience: Audience;

  constructor(problem: Problem) {
    super(problem.message, problem.cause === undefined ? undefined : { cause: problem.cause });
    this.name = 'VignetteError';
    this.code = problem.code;
    this.help = problem.help;
    this.audience = problem.audience;
  }
}

/** The error as one of ours: unknown ones become `internal/unexpected`, so that nothing is swallowed. */
export function asVignetteError(error: unknown): VignetteError {
  if (error instanceof VignetteError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new VignetteError({
    code: 'internal/unexpected',
    message,
    help: 'This is a mistake in Vignette. Please report it with the log.',
    audience: 'internal',
    cause: error,
  });
}
