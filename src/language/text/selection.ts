import type { SourceDocument } from '../../study/document';
import { comparePositions, type Position, type Range } from '../../util/range';
import { partsOf, spanOfPart } from './nodes';

/** The ranges that hold a position, innermost first: a value or key, its entry, the entries around it, the file. */
export function selectionRanges(document: SourceDocument, position: Position): readonly Range[] {
  const { yaml, text } = document;
  const offset = yaml.lines.offset(position);
  const spans = [{ start: 0, end: text.length }];
  for (const part of partsOf(yaml.root)) {
    for (const span of [spanOfPart(part), part.node.span, ...(part.key ? [part.key] : [])]) {
      if (span.start <= offset && offset <= span.end && span.end > span.start) spans.push(span);
    }
  }
  const ranges = spans
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .filter((span, i, all) => i === 0 || span.start !== all[i - 1]?.start || span.end !== all[i - 1]?.end)
    .map((span) => yaml.range(span));
  return nested(ranges);
}

/** Each range inside the next: of two that only overlap, the larger is left out. */
function nested(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const inner = kept.at(-1);
    if (
      !inner ||
      (comparePositions(range.start, inner.start) <= 0 && comparePositions(inner.end, range.end) <= 0)
    ) {
      kept.push(range);
    }
  }
  return kept;
}
