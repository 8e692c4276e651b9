import { expect } from 'chai';
import { readStudy } from '../../../../src/study/read';
import type { Study } from '../../../../src/study/types';
import { changed, GOOD } from '../texts';

function read(more: string, text = GOOD): Study {
  const { study, diagnostics } = readStudy(`${text}${more}`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
  return study;
}

describe('a panel', () => {
  it('is drawn from the rows of a file, raked to margins', () => {
    const { panel, simulate } = read(
      'panel:\n  size: 500\n  sample: micro.csv\n  profile: [{column: sex, field: gender}]\n  weight: w\n  margins: {gender: {Male: 0.49, Female: 0.51}}\n',
    );
    expect(panel).to.deep.equal({
      size: 500,
      sample: {
        file: 'micro.csv',
        profile: [{ column: 'sex', field: 'gender', label: 'Gender', values: [], measured: undefined }],
        weight: 'w',
      },
      margins: [
        {
          field: 'gender',
          shares: [
            { value: 'Male', share: 0.49 },
            { value: 'Female', share: 0.51 },
          ],
        },
      ],
    });
    expect(simulate.assign).to.equal('all');
  });

  it('has margins of any name, in their order, with shares that sum to 1', () => {
    const { panel } = read('panel: {size: 10, margins: {faith: {no: 0.5025, 01: 0.5025}}}\n');
    expect(panel?.margins).to.deep.equal([
      {
        field: 'faith',
        shares: [
          { value: 'no', share: 0.5 },
          { value: '01', share: 0.5 },
        ],
      },
    ]);
  });
});

describe('how a study was done', () => {
  it('is in the model', () => {
    const study = read(
      'fielded: {from: 2016-05-01, to: 2016-05, country: US, mode: online}\nassignment: {unit: school, probabilities: {gain: 0.25, loss: 0.75}, blocks: [region]}\n',
    );
    expect(study.fielded).to.deep.equal({ from: '2016-05-01', to: '2016-05', country: 'US', mode: 'online' });
    expect(study.assignment).to.deep.equal({
      unit: 'school',
      probabilities: [
        { condition: 'gain', share: 0.25 },
        { condition: 'loss', share: 0.75 },
      ],
      blocks: ['region'],
    });
  });

  it('has days that are days', () => {
    const { diagnostics } = readStudy(`${GOOD}fielded: {from: May 2016}\n`);
    expect(diagnostics.map(({ code }) => code)).to.deep.equal(['study/type']);
  });
});

describe('where the answers are', () => {
  it('may be one column an option', () => {
    const text = changed('scale: agree7', 'scale: {type: multiselect, options: {1: A, 2: B}}');
    const { respondents } = read(
      'respondents: {data: d.csv, outcomes: {trust: {columns: {2: q_2, 1: q_1}}}}\n',
      text,
    );
    expect(respondents?.outcomes[1]?.columns).to.deep.equal([
      { code: 2, column: 'q_2' },
      { code: 1, column: 'q_1' },
    ]);
  });

  it('may have the design of a survey', () => {
    const { respondents } = read(
      'respondents: {data: d.csv, survey: {weight: w, strata: s, psu: p, replicates: [r1, r2]}}\n',
    );
    expect(respondents?.weight).to.equal('w');
    expect(respondents?.survey).to.deep.equal({
      weight: 'w',
      strata: 's',
      psu: 'p',
      replicates: ['r1', 'r2'],
    });
  });

  it('may be the rows of a conjoint, an attribute in the column of its name unless said otherwise', () => {
    const text = changed(
      'scale: agree7',
      'scale: {type: choice, tasks: 2, alternatives: 2, attributes: {rate: {levels: {5: Low, 25: High}}, party: {levels: {a: A, b: B}}}}',
    );
    const { respondents } = read(
      'respondents: {data: d.csv, conjoint: {task: {column: profile, per: 2}, alternative: alt, chosen: won, attributes: {rate: rate_top}}}\n',
      text,
    );
    expect(respondents?.conjoint).to.deep.equal({
      task: { column: 'profile', per: 2 },
      alternative: 'alt',
      chosen: 'won',
      attributes: [
        { attribute: 'rate', column: 'rate_top' },
        { attribute: 'party', column: 'party' },
      ],
    });
  });
});
