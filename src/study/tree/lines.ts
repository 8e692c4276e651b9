import type { Position, Range } from '../../util/range';
import type { Span } from './types';

/** Turns offsets into positions and back. Lines end at `\n`, `\r\n` or a lone `\r`, as in the editor. */
export interface Lines {
  readonly count: number;
  position(offset: number): Position;
  /** Clamped to the text. */
  offset(position: Position): number;
  range(span: Span): Range;
  /** The line without its end. */
  text(line: number): string;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineText = (line: number): string =>
    text.slice(startOf(line), startOf(line + 1)).replace(/(\r\n|\n|\r)$/, '');

  const position = (offset: number): Position => {
    const at = Math.max(0, Math.min(offset, text.length));
    const line = lastAtOrBefore(starts, at);
    return { line, character: at - startOf(line) };
  };
  return {
    count: starts.length,
    position,
    offset: ({ line, character }) => {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(startOf(line) + Math.max(0, character), startOf(line) + lineText(line).length);
    },
    range: ({ start, end }) => ({ start: position(start), end: position(Math.max(start, end)) }),
    text: lineText,
  };
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
