import type { Diagnostic, Fix, Severity } from '../util/diagnostic';
import { comparePositions, type Path, type TextEdit } from '../util/range';
import { describe, type DiagnosticCode } from './diagnostics';
import type { Span } from './tree/types';
import type { YamlText } from './yaml';

export interface Problem {
  readonly code: DiagnosticCode;
  readonly at: Span;
  readonly path: Path;
  readonly message: string;
  /** Where the code's own is not exact enough. */
  readonly help?: string;
  readonly severity?: Severity;
  readonly fixes?: readonly ProblemFix[];
}

export interface ProblemFix {
  readonly title: string;
  readonly replace: readonly { readonly at: Span; readonly by: string }[];
}

/**
 * Collects what is wrong with one text; the same problem at the same place counts once. Of a part that YAML cannot
 * read whole, only the errors of YAML count: the rest may follow from them.
 */
export interface Problems {
  readonly yaml: YamlText;
  add(problem: Problem): void;
  /** By place. */
  all(): readonly Diagnostic[];
}

export function problemsOf(yaml: YamlText): Problems {
  const found = new Map<string, Diagnostic>();
  return {
    yaml,
    add: (problem) => {
      if (!problem.code.startsWith('yaml/') && yaml.isBroken(problem.path) && problem.path.length > 0) return;
      const key = `${problem.code}\n${problem.at.start}\n${problem.at.end}\n${problem.message}`;
      if (!found.has(key)) found.set(key, diagnosticOf(problem, yaml));
    },
    all: () =>
      [...found.values()].sort(
        (a, b) =>
          comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end),
      ),
  };
}

function diagnosticOf(problem: Problem, yaml: YamlText): Diagnostic {
  const entry = describe(problem.code);
  const editOf = ({ at, by }: ProblemFix['replace'][number]): TextEdit => ({
    range: yaml.range(at),
    newText: by,
  });
  const fixOf = ({ title, replace }: ProblemFix): Fix => ({ title, edits: replace.map(editOf) });
  return {
    code: problem.code,
    severity: problem.severity ?? entry.severity,
    message: problem.message,
    help: problem.help ?? entry.help,
    range: yaml.range(problem.at),
    path: problem.path,
    fixes: (problem.fixes ?? []).map(fixOf),
  };
}

/** A fix that writes another word in the same place. */
export function rename(at: Span, to: string): ProblemFix {
  return { title: `Change to ${to}`, replace: [{ at, by: to }] };
}
