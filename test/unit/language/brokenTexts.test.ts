import { expect } from 'chai';
import { completions } from '../../../src/language/completion';
import { definition, references } from '../../../src/language/definitions';
import { hover } from '../../../src/language/hover';
import { links, webLinks } from '../../../src/language/links';
import { highlights } from '../../../src/language/names/highlights';
import { prepareRename, rename } from '../../../src/language/names/rename';
import { refactorings } from '../../../src/language/refactor/refactorings';
import { symbols } from '../../../src/language/symbols';
import { foldingRanges } from '../../../src/language/text/folding';
import { selectionRanges } from '../../../src/language/text/selection';
import { semanticTokens } from '../../../src/language/text/tokens';
import type { SourceDocument } from '../../../src/study/document';
import { readProjectFile } from '../../../src/study/project';
import { readStudy } from '../../../src/study/read';
import type { Position, Range } from '../../../src/util/range';
import { CROSSED, WRITTEN } from './full';
import { anEnvironment } from './places';

/** All ranges that the features give at a position of a text. */
function rangesAt(document: SourceDocument, position: Position): readonly Range[] {
  const environment = anEnvironment();
  const prepared = prepareRename(document, position);
  const renamed = rename(document, position, 'fresh');
  const defined = definition(document, position);
  const hovered = hover(document, position, environment);
  return [
    ...completions(document, position, environment).map(({ range }) => range),
    ...references(document, position).map(({ range }) => range),
    ...highlights(document, position).map(({ range }) => range),
    ...(defined ? [defined.range] : []),
    ...(hovered ? [hovered.range] : []),
    ...(prepared.kind === 'name' ? [prepared.range] : []),
    ...(renamed.kind === 'edits' ? renamed.edits.map(({ range }) => range) : []),
    ...refactorings(document, position).flatMap(({ edits }) => edits.map(({ range }) => range)),
    ...selectionRanges(document, position),
    ...symbols(document).map(({ range }) => range),
    ...semanticTokens(document).map(({ range }) => range),
    ...[...links(document), ...webLinks(document)].map(({ range }) => range),
    ...foldingRanges(document).map(({ start, end }) => ({
      start: { line: start, character: 0 },
      end: { line: end, character: 0 },
    })),
  ];
}

describe('language features in broken texts', () => {
  for (const [title, text] of [
    ['a study with conditions', WRITTEN],
    ['a study with crossed factors', CROSSED],
    ['a study with Windows line ends', CROSSED.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`stay inside of ${title} that is cut off anywhere`, () => {
      for (let length = 0; length < text.length; length += 41) {
        for (const read of [readStudy, readProjectFile]) {
          const document = read(text.slice(0, length));
          const { lines } = document.yaml;
          for (const offset of [length, Math.floor(length / 2)]) {
            for (const { start, end } of rangesAt(document, lines.position(offset))) {
              expect(start.line).to.be.within(0, end.line);
              expect(end.line).to.be.below(lines.count);
              expect(end.character).to.be.at.most(lines.text(end.line).length);
            }
          }
        }
      }
    });
  }
});
