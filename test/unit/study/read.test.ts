import { expect } from 'chai';
import { aContrast } from '../../fakes/builders';
import { readStudy } from '../../../src/study/read';
import { changed, GOOD } from './texts';

describe('reading a study', () => {
  it('finds nothing wrong with a correct one', () => {
    expect(readStudy(GOOD).diagnostics).to.deep.equal([]);
  });

  it('needs no more than an id, a title and one outcome', () => {
    const text = `vignette: 1\nid: a\ntitle: A\noutcomes:\n  x:\n    question: Why?\n    scale: {type: binary, options: {0: No way, 1: Sure}}\n`;
    const { study, diagnostics } = readStudy(text);
    expect(diagnostics).to.deep.equal([]);
    expect(study.conditions.map(({ id }) => id)).to.deep.equal(['all']);
    expect(study.outcomes[0]?.ask).to.deep.equal(['all']);
    expect(study.contrasts).to.deep.equal([]);
  });

  it('keeps the order of options whose codes do not ascend', () => {
    const text = changed('{1: Program A, 2: Program B}', '{2: Program B, 1: Program A}');
    const scale = readStudy(text).study.outcomes[0]?.scale;
    expect(scale?.type === 'binary' && scale.options.map(({ code }) => code)).to.deep.equal([2, 1]);
  });

  it('keeps keys of conditions and levels as they are written', () => {
    const text = `vignette: 1\nid: a\ntitle: A\nfactors:\n  f: {no: None, 01: First}\nconditions:\n  no: {control: true, factors: {f: no}, text: "x {{ f }}"}\n  01: {factors: {f: 01}, text: "x {{ f }}"}\n  false: {text: y}\noutcomes:\n  q: {question: Why?, scale: {type: ordinal, points: 3}}\n`;
    const { study, diagnostics } = readStudy(text);
    expect(diagnostics).to.deep.equal([]);
    expect(study.conditions.map(({ id }) => id)).to.deep.equal(['no', '01', 'false']);
    expect(study.factors[0]?.levels.map(({ id }) => id)).to.deep.equal(['no', '01']);
    expect(study.conditions[1]?.levels).to.deep.equal([{ factor: 'f', level: '01' }]);
  });

  it('spreads points and their labels over the options', () => {
    const scale = readStudy(GOOD).study.outcomes[1]?.scale;
    expect(scale?.type === 'ordinal' && scale.options.slice(0, 2)).to.deep.equal([
      { code: 1, label: 'Disagree' },
      { code: 2, label: undefined },
    ]);
  });

  it('compares every condition with the control for every outcome asked in both', () => {
    const text = changed('    scale: agree7\n', '    scale: agree7\n    ask: [loss]\n');
    expect(readStudy(text).study.contrasts).to.deep.equal([aContrast()]);
  });

  it('takes contrasts from the file with their published effects', () => {
    const text = `${GOOD}contrasts:\n  - {id: f, outcome: choice, treatment: loss, published: {estimate: 0.28, ci: [0.2, 0.3], unit: {sd: 0.5}}}\n`;
    const published = { estimate: 0.28, se: undefined, ci: [0.2, 0.3], unit: { sd: 0.5 } } as const;
    expect(readStudy(text).study.contrasts).to.deep.equal([aContrast({ id: 'f', published })]);
  });

  it('says where data come from, with a column of the outcome’s own name by default', () => {
    const text = `${GOOD}respondents:\n  data: d.csv\n  condition: {column: arm, values: {0: gain, 1: loss}}\n  outcomes: {choice: {column: q1, values: {Yes: 1}, missing: [9]}}\n  where: {done: [1], age: {min: 18}, kind: {not: [test]}}\n  missing: [-99]\n  profile: [{column: sex, field: gender, values: {1: Male}}, {column: hobby, label: Pastime, measured: pre}]\n`;
    const { study, diagnostics } = readStudy(text);
    expect(diagnostics).to.deep.equal([]);
    expect(study.respondents).to.deep.equal({
      data: 'd.csv',
      id: undefined,
      condition: {
        kind: 'column',
        map: {
          column: 'arm',
          values: [
            { data: '0', condition: 'gain' },
            { data: '1', condition: 'loss' },
          ],
        },
      },
      outcomes: [
        { outcome: 'choice', column: 'q1', columns: [], values: [{ data: 'Yes', code: 1 }], missing: ['9'] },
        { outcome: 'trust', column: 'trust', columns: [], values: [], missing: [] },
      ],
      item: undefined,
      conjoint: undefined,
      weight: undefined,
      survey: undefined,
      where: [
        { column: 'done', anyOf: ['1'], not: undefined, min: undefined, max: undefined },
        { column: 'age', anyOf: undefined, not: undefined, min: 18, max: undefined },
        { column: 'kind', anyOf: undefined, not: ['test'], min: undefined, max: undefined },
      ],
      missing: ['-99'],
      profile: [
        {
          column: 'sex',
          field: 'gender',
          label: 'Gender',
          values: [{ data: '1', label: 'Male' }],
          measured: undefined,
        },
        { column: 'hobby', field: undefined, label: 'Pastime', values: [], measured: 'pre' },
      ],
    });
    expect(study.simulate.assign).to.equal('data');
  });

  it('merges what differs in a condition by code', () => {
    const text = changed(
      '    scale: agree7\n',
      '    scale: {type: nominal, options: {1: Red, 2: Green, 3: Blue}}\n    in: {loss: {question: Which now?, scale: {options: {1: Crimson, 3: null}}}}\n',
    );
    const { study, diagnostics } = readStudy(text);
    expect(diagnostics.map(({ code }) => code)).to.deep.equal([]);
    expect(study.outcomes[1]?.variants).to.deep.equal([
      {
        condition: 'loss',
        question: 'Which now?',
        scale: {
          type: 'nominal',
          options: [
            { code: 1, label: 'Crimson' },
            { code: 2, label: 'Green' },
          ],
          dontKnow: undefined,
        },
      },
    ]);
  });

  it('gives the ranges of keys and values by path', () => {
    const ranges = readStudy(GOOD).ranges(['conditions', 'loss', 'factors', 'frame']);
    expect(ranges?.key).to.deep.equal({
      start: { line: 10, character: 19 },
      end: { line: 10, character: 24 },
    });
    expect(ranges?.value).to.deep.equal({
      start: { line: 10, character: 26 },
      end: { line: 10, character: 30 },
    });
  });

  it('says what stands at a position', () => {
    const document = readStudy(GOOD);
    const at = document.nodeAt({ line: 16, character: 20 });
    expect(at?.path).to.deep.equal(['outcomes', 'trust', 'question']);
    expect(at?.part).to.equal('value');
    expect(document.nodeAt({ line: 15, character: 3 })?.part).to.equal('key');
  });
});
