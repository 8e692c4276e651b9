import type { Position, Range } from '../util/range';
import type { NodeAt, NodeRanges } from './document';
import type { Path } from '../util/range';
import { conversionOf, convert, type TreeProblem } from './tree/convert';
import { linesOf, type Lines } from './tree/lines';
import { entryAt, spansAt } from './tree/lookup';
import { parseYaml, type SyntaxError } from './tree/parse';
import { sectionsOf } from './tree/sections';
import type { Span, YamlEntry, YamlMap, YamlNode } from './tree/types';

/** A YAML text read as far as it can be. */
export interface YamlText {
  readonly text: string;
  readonly lines: Lines;
  readonly root: YamlNode;
  /** The parser's errors, without those that follow from another. */
  readonly syntax: readonly SyntaxError[];
  readonly problems: readonly TreeProblem[];
  /** Whether a syntax error stands in the part that this top-level key begins: its content may be incomplete. */
  isBroken(topLevelKey: string): boolean;
  range(span: Span): Range;
  ranges(path: Path): NodeRanges | undefined;
  nodeAt(position: Position): NodeAt | undefined;
}

/** Reads a text as YAML 1.2. Never throws; a broken top-level part does not hide the others. */
export function readYaml(text: string): YamlText {
  const lines = linesOf(text);
  const conversion = conversionOf(text);
  const parsed = parseYaml(text);
  const sections = parsed.errors.length > 0 ? sectionsOf(text) : [];
  const broken = new Set<string>();
  let syntax: readonly SyntaxError[];
  let root: YamlNode;
  if (sections.length > 1) {
    ({ root, syntax } = readSections(text, sections, conversion, broken));
  } else {
    root = convert(parsed.contents, 0, conversion);
    syntax = parsed.errors;
    if (root.kind === 'map' && syntax.length > 0) root.entries.forEach(({ key }) => broken.add(key));
  }
  const range = (span: Span): Range => lines.range(span);
  return {
    text,
    lines,
    root,
    syntax: withoutFollowers(syntax, conversion.problems, lines),
    problems: conversion.problems,
    isBroken: (key) => broken.has(key),
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

function readSections(
  text: string,
  sections: readonly Span[],
  conversion: ReturnType<typeof conversionOf>,
  broken: Set<string>,
): { root: YamlMap; syntax: SyntaxError[] } {
  const byKey = new Map<string, YamlEntry>();
  const syntax: SyntaxError[] = [];
  for (const { start, end } of sections) {
    conversion.base = start;
    const parsed = parseYaml(text.slice(start, end));
    const part = convert(parsed.contents, start, conversion);
    const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    syntax.push(...parsed.errors.map((error) => ({ ...error, span: move(error.span) })));
    if (part.kind !== 'map') continue;
    for (const entry of part.entries) {
      const first = byKey.get(entry.key);
      if (parsed.errors.length > 0) broken.add(entry.key);
      if (!first) byKey.set(entry.key, entry);
      else {
        const { key, keySpan } = entry;
        conversion.problems.push({ kind: 'duplicate-key', key, span: keySpan, first: first.keySpan });
      }
    }
  }
  const span = { start: 0, end: text.length };
  return { root: { kind: 'map', span, flow: false, entries: [...byKey.values()], byKey }, syntax };
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
    const inStream = error.message.includes('in YAML stream');
    if (inStream && resynchronising) continue;
    resynchronising = true;
    kept.push(error);
  }
  return kept;
}
