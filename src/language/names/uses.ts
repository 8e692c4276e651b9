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
  const found = [
    ...mentions.flatMap((mention) =>
      occurrencesIn({ ...mention, text: mention.name, template: false }, piecesOf(mention, known), text),
    ),
    ...templates.flatMap((template) =>
      occurrencesIn(
        { ...template, text: template.name, template: true },
        templatePieces(template.name, known),
        text,
      ),
    ),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function occurrencesIn(
  { span, text, template, path }: Holder,
  pieces: readonly Piece[],
  source: string,
): readonly Occurrence[] {
  const holder = { span, text, template, path };
  return pieces.map(({ kind, name, of, within }) =>
    occurrence({ kind, name, of }, holder, source, { within }),
  );
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
