import type { Path, Range, TextEdit } from './range';

export type Severity = 'error' | 'warning' | 'hint';

/** A change that certainly mends a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** A file to make where the project has its own, or would have. Never in place of one that is there. */
  readonly creates?: { readonly name: string; readonly text: string };
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
