import { expect } from 'chai';
import { readStudy } from '../../../src/study/read';
import { headingText } from '../../../src/vscode/knowledge/headingText';

describe('the heading of a study', () => {
  it('is its id and title, without the rest', () => {
    const text =
      'vignette: 1\nid: bus-lane\ntitle: A lane for buses\noutcomes:\n  title: {question: Which?}\n';
    expect(headingText(text)).to.equal('id: bus-lane\ntitle: A lane for buses');
  });
  it('has all lines of a title that is folded', () => {
    const { study } = readStudy(headingText('id: a\ntitle: >-\n  One\n  two\nlanguage: en\n'));
    expect([study.id, study.title]).to.deep.equal(['a', 'One two']);
  });
  it('is empty where the text has neither', () => {
    expect(headingText('a: b')).to.equal('');
  });
});
