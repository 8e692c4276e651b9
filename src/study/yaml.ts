import type { Path, Position, Range } from '../util/range';
import { finished, type Steps } from '../util/steps';
import type { NodeAt, NodeRanges } from './document';
import type { TreeProblem } from './tree/convert';
import { linesOf, type Lines } from './tree/lines';
import { entryAt, spansAt } from './tree/lookup';
import type { SyntaxError } from './tree/parse';
import type { Parts } from './tree/part';
import { treeSteps } from './tree/read';
import type { Span, YamlNode } from './tree/types';

/** A YAML text read as far as it can be. */
export interface YamlText {
  readonly text: string;
  readonly lines: Lines;
  readonly root: YamlNode;
  /** The parser's errors, without those that follow from another. */
  readonly syntax: readonly SyntaxError[];
  readonly problems: readonly TreeProblem[];
  /** What the text was read by; a text that is mostly the same need not be read from the beginning. */
  readonly parts: Parts;
  /** Whether what stands at a path may be incomplete, because a syntax error stands in it or around it. */
  isBroken(path: Path): boolean;
  /** Whether anything below a path may be incomplete. */
  hasBroken(path: Path): boolean;
  range(span: Span): Range;
  ranges(path: Path): NodeRanges | undefined;
  nodeAt(position: Position): NodeAt | undefined;
}

/**
 * Reads a text as YAML 1.2. Never throws; a broken part does not hide the others. `before` is the same text before an
 * edit: what they share is not read again, and the result is the same. `limit` is how many values, keys, signs and
 * spaces one part may have, 400,000 unless said otherwise.
 */
export function readYaml(text: string, before?: Pick<YamlText, 'parts'>, limit?: number): YamlText {
  return finished(yamlSteps(text, before, limit));
}

/** The same a little at a time. */
export function* yamlSteps(text: string, before?: Pick<YamlText, 'parts'>, limit?: number): Steps<YamlText> {
  const lines = linesOf(text);
  const known = before?.parts ?? new Map();
  const { root, syntax, problems, broken, parts } = yield* treeSteps(text, known, limit);
  const range = (span: Span): Range => lines.range(span);
  return {
    text,
    lines,
    root,
    syntax: withoutFollowers(syntax, problems, lines),
    problems,
    parts,
    ...brokenness(broken),
    range,
    ranges: (path) => {
      const spans = spansAt(root, path);
      return spans && { key: spans.key && range(spans.key), value: range(spans.value) };
    },
    nodeAt: (position) => {
      const found = entryAt(root, lines.offset(position));
      if (!found) return undefined;
      const { key, value } = found.spans;
      return { path: found.path, part: found.part, ranges: { key: key && range(key), value: range(value) } };
    },
  };
}

interface BrokenAt {
  readonly below: Map<string | number, BrokenAt>;
  whole: boolean;
}

function brokenness(broken: readonly Path[]): Pick<YamlText, 'isBroken' | 'hasBroken'> {
  if (broken.length === 0) return { isBroken: () => false, hasBroken: () => false };
  const root: BrokenAt = { below: new Map(), whole: false };
  for (const path of broken) {
    let at = root;
    for (const step of path) {
      const next = at.below.get(step) ?? { below: new Map(), whole: false };
      at.below.set(step, next);
      at = next;
    }
    at.whole = true;
  }
  return {
    isBroken: (path) => follow(root, path) === 'whole',
    hasBroken: (path) => follow(root, path) !== 'nothing',
  };
}

/** Whether what stands at a path is broken as a whole, holds something broken, or neither. */
function follow(root: BrokenAt, path: Path): 'whole' | 'part' | 'nothing' {
  let at: BrokenAt | undefined = root;
  for (const step of path) {
    if (at.whole) return 'whole';
    at = at.below.get(step);
    if (!at) return 'nothing';
  }
  return at.whole ? 'whole' : 'part';
}

/** One error a line, none on a line with an unquoted template, and of the parser's resynchronising only the first. */
function withoutFollowers(
  errors: readonly SyntaxError[],
  problems: readonly TreeProblem[],
  lines: Lines,
): SyntaxError[] {
  const lineOf = (offset: number): number => lines.position(offset).line;
  const seen = new Set(
    problems.filter(({ kind }) => kind === 'unquoted-template').map(({ span }) => lineOf(span.start)),
  );
  const kept: SyntaxError[] = [];
  let resynchronising = seen.size > 0;
  for (const error of [...errors].sort((a, b) => a.span.start - b.span.start)) {
    const line = lineOf(error.span.start);
    if (seen.has(line)) continue;
    seen.add(line);
    if (error.message.includes('in YAML stream') && resynchronising) continue;
    resynchronising = true;
    kept.push(error);
  }
  return kept;
}
