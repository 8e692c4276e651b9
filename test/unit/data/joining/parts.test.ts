import { expect } from 'chai';
import type { HumanData } from '../../../../src/data/types';
import type { OutcomeSource, Scale } from '../../../../src/study/types';
import { anOutcome } from '../../../fakes/builders';
import { errorOf, joined, reasons } from './joined';

const options = [1, 2, 3].map((code) => ({ code, label: `Option ${code}` }));
const dontKnow = { code: 98, label: "Don't know", as: 'option' } as const;
const multiselect: Scale = { type: 'multiselect', options, min: 0, max: 3, dontKnow: undefined };
const rank: Scale = { type: 'rank', options, top: 3, dontKnow: undefined };
const allocate: Scale = { type: 'allocate', options, total: 100, dontKnow: undefined };

const source: OutcomeSource = {
  outcome: 'q',
  column: 'q',
  columns: options.map(({ code }) => ({ code, column: `q_${code}` })),
  values: [],
  missing: [],
};

/** The rows of a file with the columns q_1, q_2 and q_3, as answers on a scale. */
function answered(scale: Scale, rows: string, change: Partial<OutcomeSource> = {}): Promise<HumanData> {
  const header = change.columns?.length === 0 ? 'arm,q' : 'arm,q_1,q_2,q_3,q_98';
  const text = [header, ...rows.split('\n').map((row) => `gain,${row}`)].join('\n');
  return joined(
    text,
    { outcomes: [{ ...source, ...change }], missing: ['-7'] },
    { outcomes: [anOutcome('q', { scale })] },
  );
}

function values(data: HumanData): readonly unknown[] {
  return data.rows.map(({ parts }) => parts.get('q')?.map(({ code, value }) => [code, value]));
}

describe('joining answers with one column an option', () => {
  it('takes 1, true, yes and x for a tick, in any case, and 0, false, no and nothing for none', async () => {
    const data = await answered(multiselect, '1,0,,\nTRUE,no,X,\nYes,false,1.0,');
    expect(values(data)).to.deep.equal([
      [
        [1, 1],
        [2, 0],
        [3, 0],
      ],
      [
        [1, 1],
        [2, 0],
        [3, 1],
      ],
      [
        [1, 1],
        [2, 0],
        [3, 1],
      ],
    ]);
  });

  it('has no answer where every column is empty or missing, and one where all are 0', async () => {
    const data = await answered(multiselect, ',,,\n-7,,,\n0,0,0,');
    expect(values(data).map((each) => each === undefined)).to.deep.equal([true, true, false]);
    expect(data.dropped).to.deep.equal([]);
  });

  it('refuses another mark, and counts answers with too few or too many ticks', async () => {
    expect((await errorOf(answered(multiselect, 'maybe,,,'))).code).to.equal('data/outside-scale');
    const data = await answered({ ...multiselect, min: 1, max: 1 }, '0,0,0,\n1,1,,\n1,,,');
    expect(values(data).map((each) => each === undefined)).to.deep.equal([true, true, false]);
    expect(reasons(data)).to.deep.equal({ 'q: fewer than 1 options': 1, 'q: more than 1 options': 1 });
  });

  it('maps marks by the words of values', async () => {
    const words = {
      values: [
        { data: 'Selected', code: 1 },
        { data: 'Not selected', code: 0 },
      ],
    };
    expect(values(await answered(multiselect, 'Selected,Not selected,Selected,', words))).to.deep.equal([
      [
        [1, 1],
        [2, 0],
        [3, 1],
      ],
    ]);
  });

  it("takes a ticked don't know for the whole answer, or for none", async () => {
    const columns = [...source.columns, { code: 98, column: 'q_98' }];
    const asOption = await answered({ ...multiselect, dontKnow }, '0,0,0,1', { columns });
    expect(values(asOption)).to.deep.equal([[[98, 1]]]);
    const asMissing = { ...dontKnow, as: 'missing' } as const;
    expect(
      values(await answered({ ...multiselect, dontKnow: asMissing }, '1,0,0,1', { columns })),
    ).to.deep.equal([undefined]);
  });

  it('reads ranks, of which those beyond the first do not count', async () => {
    expect(values(await answered(rank, '2,3,1,'))).to.deep.equal([
      [
        [1, 2],
        [2, 3],
        [3, 1],
      ],
    ]);
    expect(values(await answered({ ...rank, top: 1 }, '2,,1,'))).to.deep.equal([[[3, 1]]]);
  });

  it('counts rankings with gaps and ties, and refuses ranks that there are not', async () => {
    const data = await answered(rank, '1,2,,\n1,1,2,');
    expect(values(data)).to.deep.equal([undefined, undefined]);
    expect(reasons(data)).to.deep.equal({ 'q: an incomplete ranking': 1, 'q: the same rank twice': 1 });
    for (const rows of ['0,1,2,', '1,2,4,', '1.5,2,3,'])
      expect((await errorOf(answered(rank, rows))).code).to.equal('data/outside-scale');
  });

  it('reads amounts, nothing as 0, and counts those that do not add up', async () => {
    const data = await answered(allocate, '60,40,,\n33.3,33.3,33.3,\n60,30,,');
    expect(values(data)).to.deep.equal([
      [
        [1, 60],
        [2, 40],
        [3, 0],
      ],
      [
        [1, 33.3],
        [2, 33.3],
        [3, 33.3],
      ],
      undefined,
    ]);
    expect(reasons(data)).to.deep.equal({ 'q: amounts that do not add up to 100': 1 });
    expect((await errorOf(answered(allocate, '101,0,0,'))).code).to.equal('data/outside-scale');
  });

  it('reads a list of codes in one cell where every piece is a code', async () => {
    const data = await answered(multiselect, '1;3\n2\n-7', { columns: [] });
    expect(values(data)).to.deep.equal([
      [
        [1, 1],
        [2, 0],
        [3, 1],
      ],
      [
        [1, 0],
        [2, 1],
        [3, 0],
      ],
      undefined,
    ]);
    for (const cell of ['1;4', '1;1', '13', 'Option 1'])
      expect((await errorOf(answered(multiselect, cell, { columns: [] }))).code).to.equal(
        'data/outside-scale',
      );
  });

  it('keeps texts as they are, and takes usual missing codes for no answer', async () => {
    const outcomes = [anOutcome('q', { scale: { type: 'text', maxWords: undefined, rubric: undefined } })];
    const data = await joined(
      'arm,q\ngain, Because. \ngain,-7\ngain,-99\ngain,',
      { missing: ['-7'] },
      { outcomes },
    );
    expect(data.rows.map(({ texts }) => texts.get('q'))).to.deep.equal([
      'Because.',
      undefined,
      undefined,
      undefined,
    ]);
    expect(reasons(data)).to.deep.equal({ 'q: -99 read as missing': 1 });
  });
});
