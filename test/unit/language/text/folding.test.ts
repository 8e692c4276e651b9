import { expect } from 'chai';
import { foldingRanges } from '../../../../src/language/text/folding';
import { readProjectFile } from '../../../../src/study/project';
import { readStudy } from '../../../../src/study/read';
import type { SourceDocument } from '../../../../src/study/document';
import { GOOD } from '../../study/texts';

/** `start-end` of each range, lines from 1. */
const folds = (document: SourceDocument): readonly string[] =>
  foldingRanges(document).map(
    ({ start, end, kind }) => `${start + 1}-${end + 1}${kind === 'comment' ? ' comment' : ''}`,
  );

describe('folding', () => {
  it('folds sections, entries, list items and block texts, by the outermost on a line', () => {
    const text = `vignette: 1
conditions:
  gain:
    control: true
    text: |
      One.

      # Two.
      # Three.
  loss: {text: a}
contrasts:
  - id: a
    outcome: b
`;
    expect(folds(readStudy(text))).to.deep.equal(['2-10', '3-9', '5-9', '11-13', '12-13']);
  });

  it('folds comments of several lines', () => {
    expect(folds(readStudy(`# One\n# Two\n${GOOD}# Three\n`))[0]).to.equal('1-2 comment');
  });

  it('folds what an alias stands for only where it is written', () => {
    const text = 'scales:\n  a: &x\n    type: binary\n  b: *x\n';
    expect(folds(readStudy(text))).to.deep.equal(['1-4', '2-3']);
  });

  it('folds the project file', () => {
    const text = 'models:\n  gpt:\n    baseUrl: "https://x.org"\n    model: m\n';
    expect(folds(readProjectFile(text))).to.deep.equal(['1-4', '2-4']);
  });
});
