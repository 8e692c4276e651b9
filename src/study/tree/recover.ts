import type { Path } from '../../util/range';
import { conversionOf, convert, type Conversion, type TreeProblem } from './convert';
import { parseYaml, type SyntaxError } from './parse';
import { nestedIn, sectionsOf } from './sections';
import type { Span, YamlEntry, YamlMap, YamlNode } from './types';

const DEPTH = 5;

/** A text read as far as it can be. */
export interface Recovered {
  readonly root: YamlNode;
  readonly syntax: readonly SyntaxError[];
  readonly problems: readonly TreeProblem[];
  /** The innermost parts that could not be read whole; their content may be incomplete. */
  readonly broken: readonly Path[];
}

/** Reads a text, and where it is broken, its parts apart from each other, so that one does not hide the others. */
export function readTree(text: string): Recovered {
  const conversion = conversionOf(text);
  const parsed = parseYaml(text);
  const whole = { start: 0, end: text.length };
  const parts = parsed.errors.length > 0 ? sectionsOf(text, whole, 0) : [];
  if (parts.length === 0) {
    const root = convert(parsed.contents, 0, conversion);
    const broken = parsed.errors.length > 0 ? [[]] : [];
    return { root, syntax: parsed.errors, problems: conversion.problems, broken };
  }
  const reading: Reading = { text, conversion, syntax: [], broken: [] };
  const root = readParts(parts, [], whole, reading);
  return { root, syntax: reading.syntax, problems: conversion.problems, broken: reading.broken };
}

interface Reading {
  readonly text: string;
  readonly conversion: Conversion;
  readonly syntax: SyntaxError[];
  readonly broken: Path[];
}

function readParts(parts: readonly Span[], path: Path, span: Span, reading: Reading): YamlMap {
  const byKey = new Map<string, YamlEntry>();
  for (const part of parts) {
    for (const entry of readPart(part, path, reading)) {
      const { key, keySpan } = entry;
      const first = byKey.get(key);
      if (first) {
        reading.conversion.problems.push({ kind: 'duplicate-key', key, span: keySpan, first: first.keySpan });
      } else byKey.set(key, entry);
    }
  }
  const entries = [...byKey.values()];
  return { kind: 'map', span, flow: false, entries, byKey };
}

function readPart(part: Span, path: Path, reading: Reading): readonly YamlEntry[] {
  const parsed = parseYaml(reading.text.slice(part.start, part.end));
  const nested = parsed.errors.length > 0 && path.length < DEPTH ? nestedIn(reading.text, part) : undefined;
  if (nested) return readNested(part, nested.header, nested.parts, path, reading);
  const { start } = part;
  reading.conversion.base = start;
  const node = convert(parsed.contents, start, reading.conversion);
  reading.syntax.push(
    ...parsed.errors.map((error) => ({
      ...error,
      span: {
        start: Math.min(error.span.start + start, part.end - 1),
        end: Math.min(error.span.end + start, part.end),
      },
    })),
  );
  const entries = node.kind === 'map' ? node.entries : [];
  if (parsed.errors.length > 0) reading.broken.push(...entries.map(({ key }) => [...path, key]));
  return entries;
}

function readNested(
  part: Span,
  header: Span,
  parts: readonly Span[],
  path: Path,
  reading: Reading,
): readonly YamlEntry[] {
  const { text, conversion } = reading;
  conversion.base = header.start;
  const line = convert(parseYaml(text.slice(header.start, header.end)).contents, header.start, conversion);
  const entry = line.kind === 'map' ? line.entries[0] : undefined;
  if (!entry) return [];
  const first = parts[0]?.start ?? part.end;
  const value = readParts(
    parts,
    [...path, entry.key],
    { start: first, end: trimmedEnd(text, part) },
    reading,
  );
  return [{ ...entry, value: { ...value, span: { ...value.span, start: startOf(value, first) } } }];
}

function startOf(map: YamlMap, otherwise: number): number {
  return map.entries[0]?.keySpan.start ?? otherwise;
}

function trimmedEnd(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}
