import type { Span } from './types';

const PARTS_LIMIT = 20_000;
const NAME = String.raw`(?:[\p{L}\p{N}_][\p{L}\p{N}_.-]*|"[^"\n]*"|'[^'\n]*')`;

/**
 * The parts of a block mapping that its keys at one indentation begin, each from the line of its key to the next; what
 * stands before the first belongs to it. A broken part can so be read apart from the others.
 */
export function sectionsOf(text: string, within: Span, indent: number): readonly Span[] {
  const part = text.slice(within.start, within.end);
  const key = new RegExp(`^ {${indent}}${NAME}[ \\t]*:(?=[ \\t\\r\\n]|$)`, 'gmu');
  const starts: number[] = [];
  for (const match of part.matchAll(key)) {
    starts.push(within.start + match.index);
    if (starts.length === PARTS_LIMIT) break;
  }
  return starts.map((start, i) => ({
    start: i === 0 ? within.start : start,
    end: starts[i + 1] ?? within.end,
  }));
}

export interface Nested {
  /** Of the line with the key. */
  readonly header: Span;
  readonly parts: readonly Span[];
}

/** The parts below a key that stands alone on its line; undefined where there are none that could be told apart. */
export function nestedIn(text: string, part: Span): Nested | undefined {
  const source = text.slice(part.start, part.end);
  const header = new RegExp(
    `^(?:[ \\t]*(?:#.*)?\\r?\\n)*( *)${NAME}[ \\t]*:[ \\t]*(?:#.*)?\\r?\\n`,
    'u',
  ).exec(source);
  if (!header) return undefined;
  const start = part.start + header[0].length;
  const first = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)[^\s#-]/.exec(text.slice(start, part.end));
  const indent = first?.[1]?.length ?? 0;
  if (indent <= (header[1]?.length ?? 0)) return undefined;
  const parts = sectionsOf(text, { start, end: part.end }, indent);
  return parts.length === 0 ? undefined : { header: { start: part.start, end: start }, parts };
}
