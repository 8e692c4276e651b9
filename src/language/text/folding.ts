import type { SourceDocument } from '../../study/document';
import type { FoldingRange } from '../types';
import { partsOf, spanOfPart } from './nodes';

/** What can be folded, by first line: sections, entries, list items and block texts of several lines, and comments. */
export function foldingRanges(document: SourceDocument): readonly FoldingRange[] {
  const { lines, root } = document.yaml;
  const byStart = new Map<number, FoldingRange>();
  for (const part of partsOf(root)) {
    const span = spanOfPart(part);
    const start = lines.position(span.start).line;
    const end = lines.position(span.end).line;
    // Of several parts that begin on one line the outer one, which is met first, is folded.
    if (end > start && !byStart.has(start)) byStart.set(start, { start, end, kind: 'part' });
  }
  return [...byStart.values(), ...commentsOf(document)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Comments of two lines and more. A line inside a block text that looks like one is text. */
function commentsOf({ yaml: { lines, root } }: SourceDocument): readonly FoldingRange[] {
  const texts = partsOf(root)
    .filter(({ node }) => node.kind === 'scalar')
    .map(({ node }) => [lines.position(node.span.start).line, lines.position(node.span.end).line] as const)
    .filter(([start, end]) => end > start);
  const found: FoldingRange[] = [];
  let start = -1;
  let inText = 0;
  for (let line = 0; line <= lines.count; line++) {
    while (inText < texts.length && (texts[inText]?.[1] ?? 0) < line) inText++;
    const [from, to] = texts[inText] ?? [Infinity, Infinity];
    const comment = line < lines.count && /^\s*#/.test(lines.text(line)) && !(from < line && line <= to);
    if (comment && start < 0) start = line;
    if (!comment && start >= 0) {
      if (line - start > 1) found.push({ start, end: line - 1, kind: 'comment' });
      start = -1;
    }
  }
  return found;
}
