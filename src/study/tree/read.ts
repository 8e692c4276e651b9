import type { Path } from '../../util/range';
import type { Steps } from '../../util/steps';
import { conversionOf, duplicateKey, nothing, type Conversion, type TreeProblem } from './convert';
import type { SyntaxError } from './parse';
import { partOf, type Part, type Parts } from './part';
import { keyOf, nestedIn, sectionsOf, type Nested } from './sections';
import type { Span, YamlEntry, YamlMap, YamlNode } from './types';

const DEPTH = 5;
/** Longer parts are divided where that is certain, so that an edit in them does not read all of them again. */
const LONG_PART = 1_000;
/** A text with more errors is read no further. */
const ERROR_LIMIT = 1_000;
/** A directive holds for the whole text and a document's end for what follows: such a text is not divided. */
const WHOLE_ONLY = /^(?:%|\.\.\.)/m;

/** A text read as far as it can be. */
export interface Tree {
  readonly root: YamlNode;
  readonly syntax: readonly SyntaxError[];
  readonly problems: readonly TreeProblem[];
  /** The innermost parts that could not be read whole; their content may be incomplete. */
  readonly broken: readonly Path[];
  readonly parts: Parts;
}

/**
 * Reads a text by parts, so that what is broken does not hide the rest, and an edit makes only the part around it be
 * read again: `known` are the parts of a text that is mostly the same. They change nothing about the result. A step is
 * a part.
 */
export function* treeSteps(text: string, known: Parts, limit?: number): Steps<Tree> {
  const reading: Reading = {
    text,
    known,
    limit,
    parts: new Map(),
    conversion: conversionOf(text),
    syntax: [],
    broken: [],
  };
  const root = yield* readWhole(reading);
  const { syntax, broken, parts } = reading;
  return { root, syntax, problems: reading.conversion.problems, broken, parts };
}

interface Reading {
  readonly text: string;
  readonly known: Parts;
  /** Of values, keys, signs and spaces in one part. */
  readonly limit: number | undefined;
  readonly parts: Map<string, Part>;
  readonly conversion: Conversion;
  readonly syntax: SyntaxError[];
  readonly broken: Path[];
}

function* readWhole(reading: Reading): Steps<YamlNode> {
  const { text, conversion } = reading;
  const whole = { start: 0, end: text.length };
  const divided = sectionsOf(text, whole, 0);
  if (isLong(whole) && divided.certain && !WHOLE_ONLY.test(text))
    return yield* readParts(divided.parts, [], reading);
  const part = partAt(whole, reading);
  const before = reading.syntax.length;
  if (part.errors.length > 0 && divided.parts.length > 0) {
    const root = yield* readParts(divided.parts, [], reading);
    if (reading.syntax.length > before) return root;
  }
  if (part.errors.length > 0) reading.broken.push([]);
  reading.syntax.push(...part.errors);
  return part.place(0, conversion);
}

function isLong({ start, end }: Span): boolean {
  return end - start > LONG_PART;
}

function partAt(span: Span, { text, known, parts, limit }: Reading): Part {
  const source = text.slice(span.start, span.end);
  const part = parts.get(source) ?? known.get(source) ?? partOf(text, span, limit);
  parts.set(part.source, part);
  return part;
}

/** The entries of a block mapping, part by part. */
function* readParts(spans: readonly Span[], path: Path, reading: Reading): Steps<YamlMap> {
  const byKey = new Map<string, YamlEntry>();
  let end = 0;
  for (const span of spans) {
    yield;
    for (const entry of yield* readPart(span, path, reading)) {
      end = Math.max(end, entry.keySpan.end, entry.value.span.end);
      const first = byKey.get(entry.key);
      if (first) reading.conversion.problems.push(duplicateKey(entry, first));
      else byKey.set(entry.key, entry);
    }
  }
  const entries = [...byKey.values()];
  const start = entries[0]?.keySpan.start ?? spans[0]?.start ?? 0;
  return { kind: 'map', span: { start, end: Math.max(start, end) }, flow: false, entries, byKey };
}

function* readPart(span: Span, path: Path, reading: Reading): Steps<readonly YamlEntry[]> {
  if (reading.syntax.length >= ERROR_LIMIT) {
    if (reading.broken.at(-1) !== path) reading.broken.push(path);
    return [];
  }
  const divisible = path.length < DEPTH;
  const long = divisible && isLong(span) ? nestedIn(reading.text, span) : undefined;
  if (long?.certain) return yield* readNested(long, path, reading);
  const part = partAt(span, reading);
  const before = reading.syntax.length;
  const nested = divisible && part.errors.length > 0 ? nestedIn(reading.text, span) : undefined;
  if (nested) {
    const entries = yield* readNested(nested, path, reading);
    if (reading.syntax.length > before) return entries;
  }
  const node = part.place(span.start, reading.conversion);
  const read = node.kind === 'map' ? node.entries : [];
  if (part.errors.length === 0) return read;
  const entries = read.length > 0 ? read : keyAlone(reading.text, span);
  reading.syntax.push(...part.errors.map((error) => placed(error, span)));
  reading.broken.push(...entries.map(({ key }) => [...path, key]));
  return entries;
}

/** So that a part of which nothing can be read is not called missing. */
function keyAlone(text: string, part: Span): readonly YamlEntry[] {
  const found = keyOf(text, part);
  return found ? [{ key: found.key, keySpan: found.span, value: nothing(found.span.end) }] : [];
}

function placed(error: SyntaxError, { start, end }: Span): SyntaxError {
  const at = Math.min(error.span.start + start, end - 1);
  return { ...error, span: { start: at, end: Math.max(at, Math.min(error.span.end + start, end)) } };
}

function* readNested(nested: Nested, path: Path, reading: Reading): Steps<readonly YamlEntry[]> {
  const line = partAt(nested.header, reading).place(nested.header.start, reading.conversion);
  const entry = line.kind === 'map' ? line.entries[0] : undefined;
  if (!entry) return [];
  return [{ ...entry, value: yield* readParts(nested.parts, [...path, entry.key], reading) }];
}
