import type { Span } from './types';

const PARTS_LIMIT = 20_000;
/** A key on one line, up to and with its colon. */
const KEY = /(?:[\p{L}\p{N}_][\p{L}\p{N}_.-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\r\n]|$)/uy;
const REST_OF_HEADER = /[ \t]*(?:[ \t]#[^\n]*)?(?:\r?\n|$)/y;
/** Empty or a comment; a tab could be meant as indentation. */
const NO_CONTENT = / *(?:#[^\n]*)?(?:\r?\n|$)/y;

/** The parts of a block mapping, each from the line of its key to the next; together they are the whole. */
export interface Sections {
  readonly parts: readonly Span[];
  /**
   * Whether the first line is such a key and no line is indented less. In valid YAML every such line then begins an
   * entry, so that the parts, read apart, are what the whole is; otherwise only a broken text should be divided so.
   */
  readonly certain: boolean;
}

/** Divides a text by the keys that stand at one indentation; what stands before the first belongs to it. */
export function sectionsOf(text: string, within: Span, indent: number): Sections {
  const starts: number[] = [];
  let certain = true;
  for (let line = within.start; line < within.end; line = lineAfter(text, line)) {
    const spaces = indentAt(text, line);
    if (spaces < indent) certain &&= hasNoContent(text, line);
    else if (spaces === indent && starts.length < PARTS_LIMIT && isKey(text, line + indent))
      starts.push(line);
  }
  const parts = starts.map((start, i) => ({
    start: i === 0 ? within.start : start,
    end: starts[i + 1] ?? within.end,
  }));
  return { parts, certain: certain && starts.length > 0 && starts[0] === contentFrom(text, within) };
}

export interface Nested extends Sections {
  /** Of the line with the key. */
  readonly header: Span;
}

/** The parts below a key that stands alone on its line; undefined where there are none that could be told apart. */
export function nestedIn(text: string, part: Span): Nested | undefined {
  const line = contentFrom(text, part);
  const outer = indentAt(text, line);
  if (!isKey(text, line + outer)) return undefined;
  REST_OF_HEADER.lastIndex = KEY.lastIndex;
  if (!REST_OF_HEADER.test(text)) return undefined;
  const start = REST_OF_HEADER.lastIndex;
  if (start >= part.end) return undefined;
  const first = contentFrom(text, { start, end: part.end });
  const indent = indentAt(text, first);
  if (first >= part.end || indent <= outer || /[\s-]/.test(text.charAt(first + indent))) return undefined;
  const sections = sectionsOf(text, { start, end: part.end }, indent);
  if (sections.parts.length === 0) return undefined;
  return { ...sections, header: { start: part.start, end: start } };
}

/** The key that a part begins with; undefined where none stands there. */
export function keyOf(text: string, part: Span): { readonly key: string; readonly span: Span } | undefined {
  const line = contentFrom(text, part);
  const start = line + indentAt(text, line);
  if (start >= part.end || !isKey(text, start)) return undefined;
  const written = text.slice(start, KEY.lastIndex - 1).trimEnd();
  return { key: written.replace(/^(["'])(.*)\1$/, '$2'), span: { start, end: start + written.length } };
}

/** The first line that is neither empty nor a comment. */
function contentFrom(text: string, { start, end }: Span): number {
  let line = start;
  while (line < end && hasNoContent(text, line)) line = lineAfter(text, line);
  return line;
}

function hasNoContent(text: string, line: number): boolean {
  NO_CONTENT.lastIndex = line;
  return NO_CONTENT.test(text);
}

function isKey(text: string, start: number): boolean {
  KEY.lastIndex = start;
  return KEY.test(text);
}

/** The spaces that a line begins with. */
function indentAt(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at - line;
}

function lineAfter(text: string, line: number): number {
  const end = text.indexOf('\n', line);
  return end < 0 ? text.length : end + 1;
}
