import { expect } from 'chai';
import { readStudy } from '../../../src/study/read';
import { changed, GOOD, mended, problemsIn } from './texts';

describe('the shape of a study', () => {
  it('names an unknown key once, with the nearest known one', () => {
    const text = changed('title:', 'tilte:');
    expect(problemsIn(text)).to.deep.equal(['study/unknown-key 3: tilte']);
    expect(mended(text, 'study/unknown-key')).to.equal(GOOD);
  });

  it('names a missing key at the key that lacks it, and adds it', () => {
    expect(problemsIn(changed('    question: Which program?\n', ''))).to.deep.equal([
      'study/missing-key 13: choice',
    ]);
    const without = changed('vignette: 1\n', '');
    expect(problemsIn(without)).to.deep.equal(['study/missing-key 1: id: disease']);
    expect(mended(without, 'study/missing-key')).to.equal(GOOD);
  });

  it('proposes the beginning of a study in an empty file', () => {
    expect(problemsIn('')).to.deep.equal(['study/missing-key 1: ']);
    expect(problemsIn(mended('', 'study/missing-key'))).to.deep.equal([]);
  });

  it('says what kind of value is meant, and looks no further', () => {
    expect(problemsIn(changed('conditions:\n', 'conditions: [a]\nxx:\n'))).to.include(
      'study/type 9: conditions',
    );
    expect(problemsIn(changed('points: 7', 'points: seven'))).to.deep.equal(['study/type 6: seven']);
    expect(problemsIn(changed('control: true', 'control: yes'))).to.include('study/type 10: yes');
  });

  it('wraps a single value where a list is meant', () => {
    const text = changed('    scale: agree7\n', '    scale: agree7\n    ask: loss\n');
    expect(problemsIn(text)).to.deep.equal(['study/type 19: loss']);
    expect(mended(text, 'study/type')).to.contain('ask: [loss]');
  });

  it('says when a key has no value', () => {
    expect(problemsIn(changed('title: Gain and loss framing', 'title:'))).to.deep.equal([
      'study/type 3: title',
    ]);
  });

  it('knows version 1 alone', () => {
    expect(problemsIn(changed('vignette: 1', 'vignette: 2'))).to.deep.equal(['study/version 1: 2']);
    expect(problemsIn(changed('vignette: 1', 'vignette: one'))).to.deep.equal(['study/type 1: one']);
  });

  it('keeps an id from leading out of a folder', () => {
    expect(problemsIn(changed('id: disease', 'id: ../disease'))).to.deep.equal(['study/type 2: ../disease']);
  });

  it('never accepts in silence what it cannot simulate', () => {
    const strategy = `${GOOD}simulate: {strategy: reason}\n`;
    expect(problemsIn(strategy)).to.deep.equal(['study/unsupported 19: reason']);
    const modifier = `${GOOD}simulate: {orders: reversed}\n`;
    expect(problemsIn(modifier)).to.deep.equal(['study/unsupported 19: orders']);
  });

  it('hints at what is read and checked, and not yet scored', () => {
    const survey = readStudy(
      `${GOOD}respondents: {data: d.csv, condition: arm, survey: {replicates: [r1]}}\n`,
    );
    expect(survey.diagnostics.map(({ message }) => message)).to.deep.equal([
      '`replicates` is read and checked; this version cannot score it yet.',
    ]);
  });

  it('leaves the rest of the model as it is when one value is wrong', () => {
    const { study } = readStudy(changed('question: Which program?', 'question: [a]'));
    expect(study.outcomes.map(({ id }) => id)).to.deep.equal(['trust']);
    expect(study.title).to.equal('Gain and loss framing');
  });
});
