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

  it('knows every strategy and modifier, and the bounds of each', () => {
    const simulate = (text: string) => problemsIn(`${GOOD}simulate: {${text}}\n`);
    const withProfile = (text: string) =>
      problemsIn(
        `${GOOD}simulate: {${text}}\nrespondents: {data: d.csv, condition: arm, profile: [{column: years, field: age}, {column: hobby, label: Pastime}]}\n`,
      );
    for (const text of [
      'strategy: few-shot, fewShot: {k: 50, similarity: embeddings, by: [age]}',
      'strategy: group, group: {by: [age], strategy: marginal}',
      'temperature: 0.6, draws: 3, orders: permuted, frames: 5, person: 1, randomised: true, calibrate: shrinkage',
      'persona: {without: [age, hobby]}',
    ])
      expect(withProfile(text)).to.deep.equal([]);
    expect(simulate('frames: 6')).to.deep.equal(['study/type 19: 6']);
    expect(simulate('person: 0')).to.deep.equal(['study/type 19: 0']);
    expect(simulate('draws: 1001')).to.deep.equal(['study/type 19: 1001']);
    expect(simulate('temperature: 2.5')).to.deep.equal(['study/type 19: 2.5']);
    expect(simulate('persona: everything')).to.deep.equal(['study/type 19: everything']);
    expect(withProfile('persona: {only: [age], without: [years]}')).to.deep.equal([
      'study/unknown-key 19: without',
    ]);
    expect(withProfile('group: {by: [age], strategy: few-shot}')).to.deep.equal(['study/type 19: few-shot']);
  });

  it('knows the fields and columns that modifiers may name, of respondents and of a panel', () => {
    const people = (people: string) => (text: string) =>
      problemsIn(`${GOOD}simulate: {${text}}\n${people}\n`);
    const asked = people(
      'respondents: {data: d.csv, condition: arm, profile: [{column: years, field: age}, {column: hobby, label: Pastime}]}',
    );
    const panel = people('panel: {size: 10, margins: {region: {1: 0.5, 2: 0.5}}}');
    for (const part of ['persona: {only: [NAME]}', 'fewShot: {by: [NAME]}', 'group: {by: [NAME]}']) {
      const named = (name: string): string => part.replace('NAME', name);
      expect(asked(named('years')), part).to.deep.equal([]);
      expect(asked(named('age')), part).to.deep.equal([]);
      expect(asked(named('hoby')), part).to.deep.equal(['reference/unknown 19: hoby']);
      expect(panel(named('region')), part).to.deep.equal([]);
      expect(panel(named('age')), part).to.deep.equal(['reference/unknown 19: age']);
    }
  });

  it('reads modifiers, and takes those that are wrong for not written', () => {
    const read = (text: string) => readStudy(`${GOOD}simulate: {${text}}\n`).study.simulate;
    expect(read('persona: {only: [age]}, orders: both, person: 2, randomised: true')).to.deep.include({
      persona: { kind: 'only', fields: ['age'] },
      orders: 'both',
      person: 2,
      randomised: true,
    });
    expect(read('persona: demographics, temperature: 0, fewShot: {k: 3}')).to.deep.include({
      persona: { kind: 'demographics' },
      temperature: 0,
      fewShot: { k: 3, similarity: 'bm25', by: [] },
    });
    expect(read('frames: 9, draws: 0, person: 4, temperature: -1, group: {by: [sex]}')).to.deep.include({
      frames: 1,
      draws: 1,
      person: 0,
      temperature: undefined,
      group: { by: ['sex'], strategy: 'direct' },
    });
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
