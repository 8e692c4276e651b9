import { studyFacts, type Mention } from '../../study/check/facts';
import type { SourceDocument } from '../../study/document';
import { isStudy } from '../format';
import { conditionPieces, contrastPieces, outcomePieces, templatePieces, type Piece } from './compound';
import type { Known } from './known';
import { occurrence, type Holder, type Occurrence } from './types';

/** Every use of a name, in the order of the file; templates are among them. */
export function usesIn(document: SourceDocument, known: Known): readonly Occurrence[] {
  if (!isStudy(document)) return [];
  const { text, yaml } = document;
  const { mentions, templates } = studyFacts(yaml.root, text);
  const found: Occurrence[] = [];
  const add = (holder: Holder, pieces: readonly Piece[]): void => {
    for (const piece of pieces) found.push(occurrence(piece, holder, text, false, piece.within));
  };
  for (const mention of mentions) {
    const { span, name, path } = mention;
    add({ span, text: name, template: false, path }, piecesOf(mention, known));
  }
  for (const { span, name, path } of templates) {
    add({ span, text: name, template: true, path }, templatePieces(name, known));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function piecesOf({ kind, name, of }: Mention, known: Known): readonly Piece[] {
  switch (kind) {
    case 'condition':
      return conditionPieces(name, known);
    case 'outcome':
      return outcomePieces(name, known);
    case 'contrast':
      return contrastPieces(name, known);
    default:
      return [{ kind, name, of, within: { start: 0, end: name.length } }];
  }
}
