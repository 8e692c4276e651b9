import type { Path, Range, TextEdit } from './range';

export type Severity = 'error' | 'warning' | 'hint';

/** A change that certainly mends a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A problem of a text, at an exact place, with what to do about it. */
export interface Diagnostic {
  /** Stable, with a page in docs/diagnostics. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly range: Range;
  readonly path: Path;
  readonly fixes: readonly Fix[];
}
