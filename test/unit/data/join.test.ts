import { expect } from 'chai';
import { joinStudy } from '../../../src/data/join';
import type { HumanData, Table } from '../../../src/data/types';
import type { Respondents, Study } from '../../../src/study/types';
import type { VignetteError } from '../../../src/util/errors';
import { aCondition, aNumericScale, anOutcome, aStudy, aTable, someRespondents } from '../../fakes/builders';

function joined(
  respondents: Partial<Respondents>,
  text: string,
  study: Partial<Study> = {},
): Promise<HumanData> {
  return joinStudy(aStudy({ ...study, respondents: someRespondents(respondents) }), aTable(text), 'hash');
}

function plain(data: HumanData): readonly (readonly [string, string, Record<string, number>])[] {
  return data.rows.map(({ person, condition, answers }) => [
    person.id,
    condition,
    Object.fromEntries(answers),
  ]);
}

async function errorOf(work: Promise<unknown>): Promise<VignetteError> {
  return work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: VignetteError) => error,
  );
}

describe('joining human data to a study', () => {
  it('gives each row to its person, condition and answer', async () => {
    const data = await joined({ id: 'id' }, 'id,arm,choice\na,gain,3\nb,loss,7');
    expect(plain(data)).to.deep.equal([
      ['a', 'gain', { choice: 3 }],
      ['b', 'loss', { choice: 7 }],
    ]);
    expect(data.people.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(data).to.include({ weighted: false, hash: 'hash' });
  });

  it('takes the row number for an id where the study names no column', async () => {
    expect(plain(await joined({}, 'arm,choice\ngain,3\nloss,4')).map(([id]) => id)).to.deep.equal(['1', '2']);
  });

  it('maps values as trimmed text and numbers by their value', async () => {
    const map = {
      column: 'arm',
      values: [
        { data: '0', condition: 'gain' },
        { data: '1', condition: 'loss' },
      ],
    };
    const data = await joined({ condition: { kind: 'column', map } }, 'arm,choice\n0.0,3\n01,4.0\n 1 , 5');
    expect(plain(data)).to.deep.equal([
      ['1', 'gain', { choice: 3 }],
      ['2', 'loss', { choice: 4 }],
      ['3', 'loss', { choice: 5 }],
    ]);
  });

  it('finds the condition by the levels of its factors', async () => {
    const levels = (frame: string, expert: string) => [
      { factor: 'frame', level: frame },
      { factor: 'expert', level: expert },
    ];
    const conditions = [
      aCondition('one', { levels: levels('gain', 'yes') }),
      aCondition('two', { levels: levels('loss', 'yes') }),
    ];
    const factors = [
      {
        id: 'frame',
        levels: [
          { id: 'gain', text: '' },
          { id: 'loss', text: '' },
        ],
      },
      {
        id: 'expert',
        levels: [
          { id: 'yes', text: '' },
          { id: 'no', text: '' },
        ],
      },
    ];
    const maps = [
      { factor: 'frame', column: 'f', values: [] },
      {
        factor: 'expert',
        column: 'e',
        values: [
          { data: '1', condition: 'yes' },
          { data: '0', condition: 'no' },
        ],
      },
    ];
    const respondents = { condition: { kind: 'factors', maps } } as const;
    const data = await joined(respondents, 'f,e,choice\nloss,1,2\ngain,1,3', { conditions, factors });
    expect(plain(data).map(([, condition]) => condition)).to.deep.equal(['two', 'one']);
    const error = await errorOf(joined(respondents, 'f,e,choice\nloss,0,2', { conditions, factors }));
    expect(error.code).to.equal('data/condition-value');
  });

  it('needs no condition column with one condition', async () => {
    const conditions = [aCondition('all')];
    const data = await joined({ condition: undefined }, 'choice\n3', { conditions });
    expect(plain(data)).to.deep.equal([['1', 'all', { choice: 3 }]]);
  });

  it('keeps one person over the conditions of a within design', async () => {
    const data = await joined({ id: 'id' }, 'id,arm,choice\na,gain,3\na,loss,4');
    expect(data.people).to.have.length(1);
    expect(data.rows[0]?.person).to.equal(data.rows[1]?.person);
  });

  it('drops empty and declared missing answers and counts the usual codes that are not declared', async () => {
    const data = await joined({ missing: ['-99'] }, 'arm,choice\ngain,\ngain,-99.0\ngain,99\ngain,5');
    expect(plain(data).map(([, , answers]) => answers)).to.deep.equal([{}, {}, {}, { choice: 5 }]);
    expect(data.dropped).to.deep.equal([{ reason: 'choice: 99 read as missing', rows: 1 }]);
  });

  it('maps answers by their words', async () => {
    const values = [
      { data: 'Agree', code: 7 },
      { data: 'Disagree', code: 1 },
    ];
    const source = { outcome: 'choice', column: 'q1', columns: [], values, missing: ['dk'] };
    const data = await joined({ outcomes: [source] }, 'arm,q1\ngain,Agree\nloss,Disagree\nloss,dk');
    expect(plain(data).map(([, , answers]) => answers)).to.deep.equal([{ choice: 7 }, { choice: 1 }, {}]);
  });

  it('leaves rows out by where and says how many by which column', async () => {
    const base = { anyOf: undefined, not: undefined, min: undefined, max: undefined };
    const where = [
      { ...base, column: 'finished', anyOf: ['1'] },
      { ...base, column: 'age', min: 18 },
      { ...base, column: 'status', not: ['preview'] },
    ];
    const data = await joined(
      { where },
      'arm,choice,finished,age,status\ngain,1,1.0,20,\ngain,1,0,20,\ngain,1,1,17,\ngain,1,1,,\ngain,1,1,18,preview',
    );
    expect(data.rows).to.have.length(1);
    expect(data.dropped).to.deep.equal([
      { reason: 'left out by where: finished', rows: 1 },
      { reason: 'left out by where: age', rows: 2 },
      { reason: 'left out by where: status', rows: 1 },
    ]);
  });

  it('builds personas in the order of the study, mapped and without empty cells', async () => {
    const field = { values: [], measured: undefined };
    const profile = [
      { ...field, column: 'g', field: 'gender', label: 'Gender', values: [{ data: '1', label: 'Male' }] },
      { ...field, column: 'age', field: 'age', label: 'Age' },
    ];
    const data = await joined({ profile }, 'arm,choice,age,g\ngain,1,30,1.0\ngain,1,,2');
    expect(data.people.map((person) => person.profile)).to.deep.equal([
      [
        { column: 'g', field: 'gender', label: 'Gender', value: 'Male' },
        { column: 'age', field: 'age', label: 'Age', value: '30' },
      ],
      [{ column: 'g', field: 'gender', label: 'Gender', value: '2' }],
    ]);
  });

  it('reads weights, leaves out empty ones and refuses the rest', async () => {
    const data = await joined({ weight: 'w' }, 'arm,choice,w\ngain,1,0.5\ngain,1,0\ngain,1,');
    expect(data.people.map(({ weight }) => weight)).to.deep.equal([0.5, 0]);
    expect(data.dropped).to.deep.equal([{ reason: 'no weight', rows: 1 }]);
    for (const weight of ['-1', 'x']) {
      const error = await errorOf(joined({ weight: 'w' }, `arm,choice,w\ngain,1,${weight}`));
      expect(error.code).to.equal('data/weight');
    }
  });

  it('says which value is no condition, in how many rows, and which is first', async () => {
    const error = await errorOf(joined({}, 'arm,choice\ngain,1\ngian,1\ngian,1\nother,1'));
    expect(error.code).to.equal('data/condition-value');
    expect(error.message).to.equal(
      '"gian" in arm is no condition of the study (2 rows, first in row 2). 1 other values do not fit either.',
    );
  });

  it('refuses an answer outside the scale instead of clipping it', async () => {
    const error = await errorOf(joined({}, 'arm,choice\ngain,8'));
    expect(error.code).to.equal('data/outside-scale');
    expect(error.message).to.contain('"8" is no answer on the scale of choice (1 row, first in row 1)');
    expect((await errorOf(joined({}, 'arm,choice\ngain,2.5'))).code).to.equal('data/outside-scale');
  });

  it('takes steps of a numeric scale and nothing between', async () => {
    const outcomes = [anOutcome('choice', { scale: aNumericScale({ min: 0, max: 1, step: 0.1 }) })];
    const data = await joined({}, 'arm,choice\ngain,0.3\ngain,1', { outcomes });
    expect(plain(data).map(([, , answers]) => answers)).to.deep.equal([{ choice: 0.3 }, { choice: 1 }]);
    expect((await errorOf(joined({}, 'arm,choice\ngain,0.35', { outcomes }))).code).to.equal(
      'data/outside-scale',
    );
  });

  it('ignores a column in conditions where the outcome is not asked', async () => {
    const outcomes = [anOutcome('choice', { ask: ['gain'] })];
    const data = await joined({}, 'arm,choice\nloss,9\ngain,2', { outcomes });
    expect(plain(data).map(([, , answers]) => answers)).to.deep.equal([{}, { choice: 2 }]);
  });

  it('needs the columns that the study names, but not one for an outcome it does not map', async () => {
    const source = { outcome: 'choice', column: 'q9', columns: [], values: [], missing: [] };
    expect((await errorOf(joined({ outcomes: [source] }, 'arm\ngain'))).code).to.equal('data/column');
    expect((await errorOf(joined({ id: 'who' }, 'arm\ngain'))).code).to.equal('data/column');
    expect(plain(await joined({}, 'arm\ngain'))).to.deep.equal([['1', 'gain', {}]]);
  });

  it('counts a second row of the same person in the same condition', async () => {
    const data = await joined({ id: 'id' }, 'id,arm,choice\na,gain,3\na,gain,4');
    expect(plain(data)).to.deep.equal([['a', 'gain', { choice: 3 }]]);
    expect(data.dropped).to.deep.equal([
      { reason: 'a second row of the same person in the same condition', rows: 1 },
    ]);
  });

  it('joins 100,000 rows in about a second', async () => {
    const table: Table = {
      columns: ['id', 'arm', 'choice', 'age'],
      async *rows() {
        await Promise.resolve();
        for (let i = 0; i < 100_000; i += 1)
          yield [`p${i}`, i % 2 === 0 ? 'gain' : 'loss', String(1 + (i % 7)), String(18 + (i % 60))];
      },
    };
    const profile = [{ column: 'age', field: 'age', label: 'Age', values: [], measured: undefined }];
    const study = aStudy({ respondents: someRespondents({ id: 'id', profile }) });
    const data = await joinStudy(study, table, 'hash');
    expect(data.rows).to.have.length(100_000);
  }).timeout(5000);
});
