import { expect } from 'chai';
import { aBinaryScale, anOutcome } from '../../../fakes/builders';
import { joined, reasons } from './joined';

describe('joining answers of those who were asked', () => {
  it('leaves out answers of people whose column says that they were not asked', async () => {
    const outcomes = [anOutcome('choice', { askIf: { kind: 'column', column: 'owner', is: ['yes', '1'] } })];
    const data = await joined(
      'arm,owner,choice\ngain,yes,3\ngain,1.0,4\ngain,no,5\ngain,,6\ngain,no,',
      {},
      { outcomes },
    );
    expect(data.rows.map(({ answers }) => answers.get('choice'))).to.deep.equal([
      3,
      4,
      undefined,
      undefined,
      undefined,
    ]);
    expect(reasons(data)).to.deep.equal({ 'choice: an answer of somebody who was not asked': 2 });
  });

  it('follows filters by answers, one after another', async () => {
    const asks = (outcome: string) => ({ kind: 'outcome', outcome, is: [1] }) as const;
    const outcomes = [
      anOutcome('last', { scale: aBinaryScale(), askIf: asks('next') }),
      anOutcome('next', { scale: aBinaryScale(), askIf: asks('gate') }),
      anOutcome('gate', { scale: aBinaryScale() }),
    ];
    const data = await joined(
      'arm,gate,next,last\ngain,1,1,0\ngain,0,1,0\ngain,1,0,\ngain,,1,',
      {},
      { outcomes },
    );
    expect(data.rows.map(({ answers }) => Object.fromEntries(answers))).to.deep.equal([
      { last: 0, next: 1, gate: 1 },
      { gate: 0 },
      { next: 0, gate: 1 },
      {},
    ]);
    expect(reasons(data)).to.deep.equal({
      'next: an answer of somebody who was not asked': 2,
      'last: an answer of somebody who was not asked': 1,
    });
  });

  it('keeps answers where the data have no answers to the filter', async () => {
    const outcomes = [
      anOutcome('gate', { scale: aBinaryScale() }),
      anOutcome('choice', { askIf: { kind: 'outcome', outcome: 'gate', is: [1] } }),
    ];
    const data = await joined('arm,choice\ngain,3', {}, { outcomes });
    expect(data.rows[0]?.answers.get('choice')).to.equal(3);
  });

  it('follows a filter on one of several chosen options', async () => {
    const scale = {
      type: 'multiselect',
      options: [1, 2].map((code) => ({ code, label: undefined })),
      min: 0,
      max: 2,
      dontKnow: undefined,
    } as const;
    const outcomes = [
      anOutcome('media', { scale }),
      anOutcome('choice', { askIf: { kind: 'outcome', outcome: 'media', is: [2] } }),
    ];
    const data = await joined('arm,media,choice\ngain,1;2,3\ngain,1,4', {}, { outcomes });
    expect(data.rows.map(({ answers }) => answers.get('choice'))).to.deep.equal([3, undefined]);
  });
});

describe('people with several rows', () => {
  const profile = [{ column: 'age', field: 'age', label: 'Age', values: [], measured: undefined }];

  it('take profile and weight from the first row; other ones are counted, empty ones are not', async () => {
    const data = await joined(
      'id,arm,choice,age,w\n1,gain,3,30,2\n1,loss,3,31,1\n2,gain,3,40,1\n2,loss,3,,1',
      { id: 'id', weight: 'w', profile },
    );
    expect(data.people.map((person) => [person.id, person.weight, person.profile[0]?.value])).to.deep.equal([
      ['1', 2, '30'],
      ['2', 1, '40'],
    ]);
    expect(reasons(data)).to.deep.equal({
      'another weight than in the first row of the person, which counts': 1,
      'another profile than in the first row of the person, which counts': 1,
    });
  });
});
