import type { SourceDocument } from '../../study/document';
import type { Position } from '../../util/range';
import type { Highlight } from '../types';
import { nameAt, occurrencesOf } from './occurrences';

/** Every place of the name under the cursor; none where there is no name. */
export function highlights(document: SourceDocument, position: Position): readonly Highlight[] {
  const name = nameAt(document, position);
  if (!name) return [];
  return occurrencesOf(name, document).map(({ span, definition }) => ({
    range: document.yaml.range(span),
    definition,
  }));
}
