import { expect } from 'chai';
import { readStudy } from '../../../src/study/read';
import { outcomeIn, renderStimulus } from '../../../src/study/render';
import { changed, GOOD } from './texts';

describe('rendering', () => {
  it('puts the intro before the text and fills the level of each condition', () => {
    const { study } = readStudy(GOOD);
    expect(renderStimulus(study, 'loss')).to.equal(
      'Imagine an outbreak.\n\nIf A is adopted, 400 people will die.',
    );
  });

  it('gives nothing for a pure control', () => {
    const { study } = readStudy(
      changed(
        'intro: Imagine an outbreak.\n',
        '',
        changed('factors: {frame: gain}, text: "If A is adopted, {{ frame }}."', 'text: ""'),
      ),
    );
    expect(renderStimulus(study, 'gain')).to.equal('');
  });

  it('joins pages by a blank line', () => {
    const { study } = readStudy(
      changed('text: "If A is adopted, {{ frame }}."}\nout', 'pages: [One., "Two, {{ frame }}."]}\nout'),
    );
    expect(renderStimulus(study, 'loss')).to.equal(
      'Imagine an outbreak.\n\nOne.\n\nTwo, 400 people will die.',
    );
  });

  it('fills profile values by field, then by column, and nothing where a person has none', () => {
    const { study } = readStudy(
      changed('outbreak.', 'outbreak at {{ profile.age }}, {{ profile.job }}{{ profile.x }}.'),
    );
    const profile = [
      { field: 'age', column: 'years', value: '44' },
      { column: 'job', value: '{{ frame }}' },
    ];
    expect(renderStimulus(study, 'gain', profile)).to.contain('outbreak at 44, {{ frame }}.');
  });

  it('fills templates in questions and labels of the condition', () => {
    const { study } = readStudy(
      changed('1: Program A', '1: "A: {{ frame }}"', changed('Which program?', '"Which, if {{ frame }}?"')),
    );
    const { question, scale } = outcomeIn(study, 'choice', 'gain');
    expect(question).to.equal('Which, if 200 people will be saved?');
    expect(scale.type === 'binary' && scale.options[0]?.label).to.equal('A: 200 people will be saved');
  });

  it('refuses an outcome that is not there', () => {
    expect(() => outcomeIn(readStudy(GOOD).study, 'gone', 'gain')).to.throw('no outcome gone');
  });
});
