import {
  Disposable,
  FoldingRange,
  FoldingRangeKind,
  languages,
  Range,
  SelectionRange,
  type Position,
} from 'vscode';
import { foldingRanges } from '../../language/text/folding';
import { selectionRanges } from '../../language/text/selection';
import type { Range as PlainRange } from '../../util/range';
import { ourLanguages } from '../ids';
import type { Contribution } from '../services';
import { editorRange, plainPosition } from './convert';

/** Folding, and a selection that grows with what it is in. */
export const structure: Contribution = {
  name: 'folding and selection',
  register: ({ sources }) =>
    Disposable.from(
      languages.registerFoldingRangeProvider(ourLanguages, {
        provideFoldingRanges: (document) =>
          foldingRanges(sources.read(document)).map(
            ({ start, end, kind }) =>
              new FoldingRange(start, end, kind === 'comment' ? FoldingRangeKind.Comment : undefined),
          ),
      }),
      languages.registerSelectionRangeProvider(ourLanguages, {
        provideSelectionRanges: (document, positions) => {
          const source = sources.read(document);
          return positions.map((position) =>
            grown(position, selectionRanges(source, plainPosition(position))),
          );
        },
      }),
    ),
};

/** Innermost first as they come; each is given the one around it. */
function grown(position: Position, ranges: readonly PlainRange[]): SelectionRange {
  const around = ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => new SelectionRange(editorRange(range), parent),
    undefined,
  );
  return around ?? new SelectionRange(new Range(position, position));
}
