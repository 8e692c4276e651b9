import type { Span } from './types';

const KEY_AT_LINE_START = /^(?:[A-Za-z_][\w.-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\r\n]|$)/gm;

/**
 * The parts of a block mapping that its top-level keys begin, from each key to the next; what stands before the
 * first belongs to it. A broken part can so be read apart from the others. At most 1,000 parts.
 */
export function sectionsOf(text: string): readonly Span[] {
  const starts: number[] = [];
  for (const match of text.matchAll(KEY_AT_LINE_START)) {
    starts.push(match.index);
    if (starts.length === 1000) break;
  }
  return starts.map((start, i) => ({ start: i === 0 ? 0 : start, end: starts[i + 1] ?? text.length }));
}
