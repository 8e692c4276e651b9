import type { TextEdit } from '../../../src/util/range';
import { linesOf } from '../../../src/study/tree/lines';

/** A text after edits that do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  return [...edits]
    .sort((a, b) => lines.offset(b.range.start) - lines.offset(a.range.start))
    .reduce(
      (whole, { range, newText }) =>
        whole.slice(0, lines.offset(range.start)) + newText + whole.slice(lines.offset(range.end)),
      text,
    );
}
