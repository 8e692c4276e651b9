import { expect } from 'chai';
import { semanticTokens } from '../../../../src/language/text/tokens';
import { readProjectFile } from '../../../../src/study/project';
import { readStudy } from '../../../../src/study/read';
import type { SourceDocument } from '../../../../src/study/document';
import { CROSSED, WRITTEN } from '../full';
import { textAt } from '../places';

/** The tokens of the line that begins so, as `text type modifiers`. */
function tokens(document: SourceDocument, beginning: string): readonly string[] {
  const line = document.text.split('\n').findIndex((one) => one.trim().startsWith(beginning));
  return semanticTokens(document)
    .filter(({ range }) => range.start.line === line)
    .map(({ range, type, modifiers }) => [textAt(document, range), type, ...modifiers].join(' '));
}

describe('semantic tokens', () => {
  it('tell names that are given from those that are used', () => {
    const document = readStudy(WRITTEN);
    expect(tokens(document, 'tone: {calm: "calm"')).to.deep.equal([
      'tone variable declaration',
      'calm enumMember declaration',
      'loud enumMember declaration',
    ]);
    expect(tokens(document, "ask: [plain, 'label: red']")).to.deep.equal(['plain class', 'label: red class']);
    expect(tokens(document, 'institutions: {of')).to.deep.equal([
      'institutions function declaration',
      ...['trust', 'police', 'trust', 'courts', 'trust', 'courts'].map((name) => `${name} property`),
    ]);
  });

  it('tell factors, items and the profile in templates, and what stands for nothing', () => {
    const document = readStudy(
      WRITTEN.replace('And {{ tone }}', 'And {{ tune }} {{ item.chick }} {{ profile.sex }}'),
    );
    expect(tokens(document, 'You read the news')).to.deep.equal([
      'profile parameter template',
      'age parameter template',
    ]);
    expect(tokens(document, '{{ item }} ({{')).to.deep.equal([
      'item struct template',
      'item struct template',
      'check property template',
    ]);
    expect(tokens(document, 'And {{')).to.deep.equal([
      'tune unknown template',
      'item struct template',
      'chick unknown template',
      'profile parameter template',
      'sex unknown template',
    ]);
  });

  it('mark the parts of ids that are made of several names', () => {
    expect(tokens(readStudy(CROSSED), '- {contrast: gain.present-none.absent')).to.deep.equal([
      'gain enumMember',
      'present enumMember',
      'none enumMember',
      'absent enumMember',
    ]);
  });

  it('mark the models of the project file', () => {
    const document = readProjectFile('models:\n  gpt: {baseUrl: "https://x.org", model: m}\n');
    expect(tokens(document, 'gpt')).to.deep.equal(['gpt interface declaration']);
  });

  it('never overlap, in any text', () => {
    for (let length = 0; length < WRITTEN.length; length += 97) {
      const document = readStudy(WRITTEN.slice(0, length));
      let last = -1;
      for (const { range } of semanticTokens(document)) {
        const { lines } = document.yaml;
        expect(lines.offset(range.start)).to.be.at.least(last);
        last = lines.offset(range.end);
      }
    }
  });
});
