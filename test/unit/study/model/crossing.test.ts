import { expect } from 'chai';
import { readStudy } from '../../../../src/study/read';
import { renderStimulus } from '../../../../src/study/render';
import type { Study } from '../../../../src/study/types';

const HEAD = 'vignette: 1\nid: a\ntitle: A\n';
const OUTCOMES = 'outcomes:\n  q: {question: Why?, scale: {type: ordinal, points: 3}}\n';
const FACTORS =
  'factors:\n  frame: {none: "", gain: Saved, loss: Lost}\n  expert: {no: "", 01: Experts agree}\n';
const CROSSED = 'crossed: {text: "{{ frame }} {{ expert }}", control: {frame: none, expert: no}}\n';

function read(crossed: string, factors = FACTORS): Study {
  return readStudy(`${HEAD}${factors}${crossed}${OUTCOMES}`).study;
}

function codes(crossed: string, factors = FACTORS): readonly string[] {
  return readStudy(`${HEAD}${factors}${crossed}${OUTCOMES}`).diagnostics.map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

describe('crossed conditions', () => {
  it('are all combinations of levels, called by them in the order of the factors', () => {
    const study = read(CROSSED);
    expect(codes(CROSSED)).to.deep.equal([]);
    expect(study.crossed).to.equal(true);
    expect(study.conditions.map(({ id }) => id)).to.deep.equal([
      'none.no',
      'none.01',
      'gain.no',
      'gain.01',
      'loss.no',
      'loss.01',
    ]);
    expect(study.conditions[3]?.levels).to.deep.equal([
      { factor: 'frame', level: 'gain' },
      { factor: 'expert', level: '01' },
    ]);
    expect(study.conditions.filter(({ control }) => control).map(({ id }) => id)).to.deep.equal(['none.no']);
  });

  it('render the text with their levels; one of empty levels is a pure control', () => {
    const study = read(CROSSED);
    expect(renderStimulus(study, 'gain.01')).to.equal('Saved Experts agree');
    expect(renderStimulus(study, 'none.no')).to.equal('');
  });

  it('leave out the combinations that have all levels of an entry of `omit`', () => {
    const omit = CROSSED.replace('}}\n', '}, omit: [{frame: loss, expert: 01}, {frame: gain}]}\n');
    expect(read(omit).conditions.map(({ id }) => id)).to.deep.equal(['none.no', 'none.01', 'loss.no']);
  });

  it('are compared with the control, and factor by factor', () => {
    expect(read(CROSSED).contrasts.map(({ id }) => id)).to.deep.equal([
      'none.01-none.no',
      'gain.no-none.no',
      'gain.01-none.no',
      'loss.no-none.no',
      'loss.01-none.no',
      'frame:gain-none',
      'frame:loss-none',
      'expert:01-no',
    ]);
    expect(read(CROSSED).contrasts[5]).to.deep.include({
      of: { kind: 'factor', factor: 'frame', estimator: 'cells' },
      treatment: 'gain',
      control: 'none',
    });
  });

  it('of too many are counted and not made', () => {
    const level = Array.from({ length: 200 }, (_, i) => `l${i}: Text ${i}`).join(', ');
    const factors = `factors:\n${Array.from({ length: 40 }, (_, i) => `  f${i}: {${level}}\n`).join('')}`;
    const texts = Array.from({ length: 40 }, (_, i) => `{{ f${i} }}`).join(' ');
    const text = `crossed: {text: "${texts}"}\n`;
    expect(codes(text, factors)).to.deep.equal([
      'study/limit: Crossing makes countless conditions; at most 10,000 are possible.',
    ]);
    expect(read(text, factors).conditions.map(({ id }) => id)).to.deep.equal(['all']);
  });

  it('need factors, and no conditions beside them', () => {
    expect(codes('crossed: {text: Hello}\n', '')).to.include('study/type: There are no factors to cross.');
    expect(codes(`${CROSSED}conditions: {a: {text: A}}\n`).join('\n')).to.contain(
      'both say what the conditions',
    );
  });

  it('need a control of one level of each factor', () => {
    const partial = CROSSED.replace(', expert: no}}', '}}');
    expect(codes(partial).join('\n')).to.contain('`control` does not say the level of `expert`');
    const omitted = CROSSED.replace('}}\n', '}, omit: [{frame: none}]}\n');
    expect(codes(omitted).join('\n')).to.contain('`control` is a combination that `omit` leaves out');
  });

  it('need something left after `omit`, and ids that tell them apart', () => {
    const none = 'crossed: {text: "{{ frame }}", omit: [{frame: a}, {frame: b}]}\n';
    expect(codes(none, 'factors: {frame: {a: A, b: B}}\n').join('\n')).to.contain(
      'study/type: `omit` leaves no condition.',
    );
    const dots = 'factors:\n  one: {a: A, a.b: AB}\n  two: {b.c: BC, c: C}\n';
    expect(codes('crossed: {text: "{{ one }} {{ two }}"}\n', dots).join('\n')).to.contain(
      'study/type: Two combinations of levels are both called `a.b.c`.',
    );
  });

  it('are known where conditions are named', () => {
    const ask = `${HEAD}${FACTORS}${CROSSED}${OUTCOMES.replace('}}\n', '}, ask: [gain.no, gain.maybe]}\n')}`;
    expect(readStudy(ask).diagnostics.map(({ message }) => message)).to.deep.equal([
      'There is no condition `gain.maybe`.',
    ]);
  });
});
