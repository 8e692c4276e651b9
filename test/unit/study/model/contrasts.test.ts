import { expect } from 'chai';
import { readStudy } from '../../../../src/study/read';
import type { Contrast } from '../../../../src/study/types';
import { changed, GOOD } from '../texts';

function contrasts(written: string, text = GOOD): readonly Contrast[] {
  return readStudy(`${text}contrasts:\n${written}`).study.contrasts;
}

function errors(text: string): readonly string[] {
  return readStudy(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

const NOMINAL = changed('    scale: agree7\n', '    scale: {type: nominal, options: {2: Red, 1: Blue}}\n');
const CONJOINT = changed(
  '    scale: agree7\n',
  '    scale: {type: choice, tasks: 1, alternatives: 2, attributes: {rate: {levels: {5: Low, 25: High}}}}\n',
);

describe('contrasts', () => {
  it('by default are of shares for nominal answers, one an option', () => {
    const made = readStudy(NOMINAL).study.contrasts;
    expect(made.map(({ id, outcome, share }) => [id, outcome, share])).to.deep.equal([
      ['loss-gain', 'choice', []],
      ['loss-gain.share-2', 'trust', [2]],
      ['loss-gain.share-1', 'trust', [1]],
    ]);
  });

  it('by default are of shares for answers on several options', () => {
    const text = changed(
      '    scale: agree7\n',
      '    scale: {type: multiselect, options: {1: Park, 2: Pool}}\n',
    );
    expect(readStudy(text).study.contrasts.map(({ outcome, share }) => [outcome, share])).to.deep.equal([
      ['choice', []],
      ['trust', [1]],
      ['trust', [2]],
    ]);
  });

  it('by default are of none for conjoints', () => {
    const { study } = readStudy(CONJOINT);
    expect(study.contrasts.map(({ outcome }) => outcome)).to.deep.equal(['choice']);
  });

  it('of nominal answers without a share stand for one an option', () => {
    expect(contrasts('  - {outcome: trust, treatment: loss}\n', NOMINAL).map(({ id }) => id)).to.deep.equal([
      'loss-gain.share-2',
      'loss-gain.share-1',
    ]);
  });

  it('compare levels of a factor, by default with the level of the control', () => {
    const [contrast] = contrasts(
      '  - {outcome: trust, factor: frame, treatment: loss, estimator: additive}\n',
    );
    expect(contrast).to.deep.include({
      id: 'frame:loss-gain',
      of: { kind: 'factor', factor: 'frame', estimator: 'additive' },
      treatment: 'loss',
      control: 'gain',
    });
  });

  it('compare levels of an attribute', () => {
    const written = '  - {outcome: trust, attribute: rate, treatment: 25, control: 5}\n';
    expect(contrasts(written, CONJOINT)).to.deep.equal([
      {
        id: 'rate:25-5',
        outcome: 'trust',
        of: { kind: 'attribute', attribute: 'rate' },
        treatment: '25',
        control: '5',
        share: [],
        items: undefined,
        adjust: [],
        weighted: true,
        published: undefined,
      },
    ]);
    expect(errors(`${CONJOINT}contrasts:\n${written.replace('25', '24')}`)).to.deep.equal([
      'There is no level of the attribute `24`.',
    ]);
  });

  it('hold what any form may say', () => {
    const text = `${GOOD}items: {h: {text: H, fields: {veracity: true}}, i: {text: I, fields: {veracity: false}}}\nrespondents: {data: d.csv, item: h, profile: [{column: years, field: age}]}\n`;
    const written =
      '  - {outcome: trust, treatment: loss, share: [6, 7], items: {plus: {veracity: [true]}, minus: {veracity: [false]}}, adjust: [age], weighted: false}\n';
    expect(contrasts(written, text)[0]).to.deep.include({
      id: 'loss-gain.share-6+7',
      share: [6, 7],
      items: {
        plus: [{ field: 'veracity', values: ['true'] }],
        minus: [{ field: 'veracity', values: ['false'] }],
      },
      adjust: ['age'],
      weighted: false,
    });
    expect(errors(`${text}contrasts:\n${written}`)).to.deep.equal([]);
    const wrong = written
      .replace('[true]', '[maybe]')
      .replace('[age]', '[wage]')
      .replace('minus: {ver', 'minus: {Ver');
    expect(errors(`${text}contrasts:\n${wrong}`)).to.deep.equal([
      'There is no item with the value `maybe`.',
      'There is no field of the items `Veracity`.',
      'There is no profile field `wage`.',
    ]);
  });

  it('of a score are kept under its name', () => {
    const text = `${GOOD}scores: {both: {of: [choice, trust], combine: sum}}\n`;
    expect(
      contrasts('  - {outcome: both, treatment: loss}\n', text).map(({ outcome }) => outcome),
    ).to.deep.equal(['both']);
    expect(readStudy(text).study.scores).to.deep.equal([
      { id: 'both', of: ['choice', 'trust'], reverse: [], combine: 'sum' },
    ]);
  });

  it('say what a name must be by their form', () => {
    const factor = `${GOOD}contrasts:\n  - {outcome: trust, factor: frame, treatment: lost}\n`;
    expect(errors(factor)).to.deep.equal(['There is no level `lost`.']);
    const condition = `${GOOD}contrasts:\n  - {outcome: trust, treatment: lost, estimator: cells}\n`;
    expect(errors(condition)).to.deep.equal([
      'There is no condition `lost`.',
      '`estimator` is not a key of the format here.',
    ]);
  });
});

describe('expectations', () => {
  it('are of a contrast or of an outcome', () => {
    const text = `${GOOD}expect: [{contrast: loss-gain, sign: positive}, {outcome: choice, w1: {below: 0.1}}]\n`;
    expect(errors(text)).to.deep.equal([]);
    expect(readStudy(text).study.expectations).to.deep.equal([
      { kind: 'sign', contrast: 'loss-gain', sign: 'positive' },
      { kind: 'w1', outcome: 'choice', below: 0.1 },
    ]);
  });

  it('name a contrast that there is', () => {
    expect(errors(`${GOOD}expect: [{contrast: gain-loss, sign: positive}]\n`)).to.deep.equal([
      'There is no contrast `gain-loss`.',
    ]);
  });
});
