import { expect } from 'chai';
import { changed, GOOD, mended, problemsIn } from './texts';

describe('references', () => {
  it('to nothing propose the nearest name', () => {
    const text = changed('scale: agree7', 'scale: agre7');
    expect(problemsIn(text)).to.deep.equal(['reference/unknown 18: agre7']);
    expect(mended(text, 'reference/unknown')).to.equal(GOOD);
  });

  it('are checked wherever a name stands', () => {
    expect(problemsIn(changed('factors: {frame: loss}', 'factors: {fram: loss}'))).to.include(
      'reference/unknown 11: fram',
    );
    expect(problemsIn(changed('{frame: loss}', '{frame: lost}'))).to.deep.equal([
      'reference/unknown 11: lost',
    ]);
    expect(problemsIn(`${GOOD}contrasts: [{outcome: choise, treatment: los}]\n`)).to.deep.equal([
      'reference/unknown 19: choise',
      'reference/unknown 19: los',
    ]);
    const data = `${GOOD}respondents: {data: d.csv, condition: {column: a, values: {0: gian}}, outcomes: {chioce: q}}\n`;
    expect(problemsIn(data)).to.deep.equal(['reference/unknown 19: gian', 'reference/unknown 19: chioce']);
  });

  it('to other profile fields than the sixteen need a label', () => {
    const profile = (entry: string): string => `${GOOD}respondents: {data: d.csv, profile: [${entry}]}\n`;
    expect(problemsIn(profile('{column: a, field: gendre}'))).to.deep.equal(['reference/unknown 19: gendre']);
    expect(problemsIn(profile('{column: a, field: hobby, label: Hobby}'))).to.deep.equal([]);
  });
});

describe('templates', () => {
  it('with an unknown name propose the nearest factor', () => {
    const text = changed('intro: Imagine an outbreak.', 'intro: "Imagine. {{ fram }}"');
    expect(problemsIn(text)).to.deep.equal(['template/unknown-variable 4: fram']);
    expect(mended(text, 'template/unknown-variable')).to.contain('{{ frame }}"');
  });

  it('need the level of their factor in every condition that reads them', () => {
    const text = changed(
      'loss: {factors: {frame: loss}, text: "If A is adopted, {{ frame }}."}',
      'loss: {text: "Die. {{ frame }}"}',
    );
    expect(problemsIn(text)).to.deep.equal(['template/unknown-variable 11: frame']);
    const question = changed(
      'question: Which program?',
      'question: "Which program, if {{ frame }}?"',
      changed('factors: {frame: loss}, text: "If A is adopted, {{ frame }}."', 'text: Die.'),
    );
    expect(problemsIn(question)).to.deep.equal(['template/unknown-variable 14: frame']);
  });

  it('name profile fields that the study has', () => {
    const text = `${changed('question: Which program?', 'question: "At {{ profile.age }}, which? {{ profile.sex }}"')}respondents: {data: d.csv, profile: [{column: years, field: age}]}\n`;
    expect(problemsIn(text)).to.deep.equal(['template/unknown-variable 14: profile.sex']);
  });

  it('name fields that a panel has, by its margins or its sample', () => {
    const text = `${changed('Which program?', '"At {{ profile.age }}, {{ profile.faith }}?"')}panel: {size: 9, sample: s.csv, profile: [{column: years, field: age}], margins: {faith: {1: 1}}}\n`;
    expect(problemsIn(text)).to.deep.equal([]);
  });

  it('name attributes in the question of the conjoint that has them', () => {
    const scale =
      '{type: choice, tasks: 2, alternatives: 2, attributes: {rate: {levels: {low: A, high: B}}}}';
    const text = changed(
      'How much do you trust this?',
      '"Which rate, {{ rate }}?"',
      changed('scale: agree7', `scale: ${scale}`),
    );
    expect(problemsIn(text)).to.deep.equal([]);
  });

  it('must be closed', () => {
    expect(problemsIn(changed('outbreak.', 'outbreak. {{ frame'))).to.deep.equal([
      'template/unknown-variable 4: {{',
    ]);
  });

  it('are not possible in the text of a level', () => {
    expect(problemsIn(changed('"200 people will be saved"', '"{{ frame }}"'))[0]).to.equal(
      'template/unknown-variable 8: "{{ frame }}"',
    );
  });

  it('of items need items with such a field', () => {
    const text = changed('Imagine an outbreak.', '"Imagine {{ item.check }}"');
    expect(problemsIn(text)).to.deep.equal(['template/unknown-variable 4: item.check']);
    expect(problemsIn(`${text}items: {a: {fields: {check: True}}}\n`)).to.deep.equal([]);
  });

  it('leave no factor unused', () => {
    const text = changed('factors:\n', 'factors:\n  tone: {calm: Calm}\n');
    expect(problemsIn(text)).to.deep.equal(['template/unused-factor 8: tone']);
  });
});

describe('conditions', () => {
  it('without a control are warned of, with a fix for each', () => {
    const text = changed('control: true, ', '');
    expect(problemsIn(text)).to.deep.equal(['conditions/no-control 9: conditions']);
    expect(mended(text, 'conditions/no-control')).to.equal(GOOD);
    expect(problemsIn(mended(text, 'conditions/no-control', 1))).to.deep.equal([]);
  });

  it('may have one control', () => {
    const text = changed('loss: {', 'loss: {control: true, ');
    expect(problemsIn(text)).to.deep.equal(['conditions/several-controls 11: true']);
    expect(problemsIn(mended(text, 'conditions/several-controls'))).to.deep.equal([]);
  });

  it('that read the same are warned of', () => {
    expect(problemsIn(changed('{frame: loss}', '{frame: gain}'))).to.deep.equal([
      'conditions/same-stimulus 11: loss',
    ]);
  });

  it('differ when only a question does', () => {
    const text = changed(
      '    scale: agree7\n',
      '    scale: agree7\n    in: {loss: {question: Do you trust this now?}}\n',
    );
    expect(problemsIn(changed('{frame: loss}', '{frame: gain}', text))).to.deep.equal([]);
  });

  it('must ask every outcome somewhere', () => {
    const text = changed('    scale: agree7\n', '    scale: agree7\n    ask: []\n');
    expect(problemsIn(text)).to.deep.equal(['outcomes/unreachable 16: trust']);
  });
});

describe('scales', () => {
  const scale = (written: string): readonly string[] =>
    problemsIn(changed('scale: agree7', `scale: ${written}`));

  it('have the levels of their type', () => {
    expect(scale('{type: binary, options: {1: A, 2: B, 3: C}}')).to.deep.equal([
      'scale/levels 18: {1: A, 2: B, 3: C}',
    ]);
    expect(scale('{type: nominal, options: {1: A}}')).to.deep.equal(['scale/levels 18: {1: A}']);
    expect(scale('{type: nominal, options: {1: A, x: B}}')).to.deep.equal(['scale/levels 18: x']);
    expect(scale('{type: nominal, options: {1: A, 01: B}}')).to.deep.equal(['scale/levels 18: 01']);
    expect(scale('{type: ordinal}')).to.deep.equal(['study/missing-key 18: ordinal']);
    expect(scale('{type: ordinal, points: 3, options: {1: A, 2: B}}')).to.deep.equal([
      'scale/levels 18: points',
    ]);
  });

  it('have bounds that ascend and steps that meet them', () => {
    expect(scale('{type: numeric, min: 10, max: 0}')).to.deep.equal(['scale/levels 18: 0']);
    expect(scale('{type: numeric, min: 0, max: 10, step: 3}')).to.deep.equal(['scale/levels 18: 3']);
    expect(scale('{type: numeric, min: 0, max: 1, step: 0.1}')).to.deep.equal([]);
    expect(scale('{type: numeric, min: 0, max: 500}')).to.deep.equal(['scale/many-levels 18: numeric']);
  });

  it('have labels at points that there are, or move them', () => {
    const text = changed('labels: {1: Disagree, 7: Agree}', 'labels: {1: Disagree, 8: Agree}');
    expect(problemsIn(text)).to.deep.equal(['scale/labels 6: 8']);
    expect(mended(text, 'scale/labels')).to.equal(GOOD);
    expect(mended(text, 'scale/labels', 1)).to.contain('points: 8,');
  });

  it('keep "don’t know" apart from the levels', () => {
    expect(scale('{type: ordinal, points: 3, dontKnow: {code: 3, label: No idea}}')).to.deep.equal([
      'scale/levels 18: 3',
    ]);
    expect(scale('{type: ordinal, points: 3, dontKnow: {code: 9, label: No idea}}')).to.deep.equal([]);
  });

  it('keep their range in every condition', () => {
    const differing = (change: string): readonly string[] =>
      problemsIn(changed('    scale: agree7\n', `    scale: agree7\n    in: {loss: {scale: ${change}}}\n`));
    expect(differing('{points: 5}')).to.deep.equal(['scale/differs 19: scale']);
    expect(differing('{labels: {1: No}}')).to.include('scale/differs 19: scale');
    expect(differing('{labels: {1: Disagree}}')).to.deep.equal([]);
  });
});
