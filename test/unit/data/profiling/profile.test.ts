import { expect } from 'chai';
import { profileTable } from '../../../../src/data/profiling/profile';
import type { Counts, Wanted } from '../../../../src/data/profiling/types';
import type { Table } from '../../../../src/data/types';
import { throwIfAborted } from '../../../../src/util/abort';
import { aTable } from '../../../fakes/builders';

describe('profiling a data file', () => {
  it('counts rows, distinct values with their first row, and empty cells', async () => {
    const profile = await profileTable(aTable('arm,age\nb,30\na,\na,31'), 'x.csv');
    expect(profile).to.deep.equal({
      path: 'x.csv',
      rows: 3,
      columns: [
        {
          name: 'arm',
          distinct: [
            { value: 'a', count: 2, firstRow: 2 },
            { value: 'b', count: 1, firstRow: 1 },
          ],
          different: 2,
          more: false,
          empty: 0,
          numeric: false,
        },
        {
          name: 'age',
          distinct: [
            { value: '30', count: 1, firstRow: 1 },
            { value: '31', count: 1, firstRow: 3 },
          ],
          different: 2,
          more: false,
          empty: 1,
          numeric: true,
        },
      ],
      counts: undefined,
    });
  });

  it('lists the 200 most frequent values and says that there are more', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `v${i}`);
    const profile = await profileTable(aTable(['id', ...rows, 'v499'].join('\n')), 'x.csv');
    const [column] = profile.columns;
    expect(column?.distinct).to.have.length(200);
    expect(column?.distinct[0]).to.deep.equal({ value: 'v499', count: 2, firstRow: 500 });
    expect(column?.more).to.equal(true);
  });

  it('does not list values of more than 200 characters', async () => {
    const long = 'x'.repeat(201);
    const [column] = (await profileTable(aTable(`why\n${long}\nshort`), 'x.csv')).columns;
    expect(column).to.deep.include({ more: true, different: 1 });
    expect(column?.distinct.map(({ value }) => value)).to.deep.equal(['short']);
  });

  it('keeps its memory bounded over many rows of ids and texts', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `id${i}`);
    const table = aLongTable(100_000, ['arm', ...ids], (row) => [
      row % 2 === 0 ? 'gain' : 'loss',
      ...ids.map((id) => `${id} of ${row}`),
    ]);
    const pairs = ids.map((id) => [id, 'arm'] as const);
    const cells = { columns: ids.slice(0, 2), answers: [] };
    const profile = await profileTable(table, 'x.csv', { where: [], cells, pairs });
    expect(profile.rows).to.equal(100_000);
    const [arm, ...others] = profile.columns;
    expect(arm?.distinct.map(({ count }) => count)).to.deep.equal([50_000, 50_000]);
    const different = others.map((column) => column.different);
    expect(Math.max(...different)).to.be.at.most(20_000);
    expect(different.reduce((sum, n) => sum + n, 0)).to.be.at.most(400_000 + 200 * ids.length);
    expect(others.every(({ distinct, more }) => distinct.length === 200 && more)).to.equal(true);
    expect(profile.counts).to.deep.include({ cells: undefined, pairs: [] });
  }).timeout(20_000);

  it('can be stopped', async () => {
    const stop = new AbortController();
    const table = aLongTable(Infinity, ['arm'], (row) => {
      if (row === 1000) stop.abort();
      return ['gain'];
    });
    const error = await profileTable(table, 'x.csv', undefined, stop.signal).catch((each: unknown) => each);
    expect(error).to.have.property('code', 'run/cancelled');
  });
});

describe('what is counted together', () => {
  const text = [
    'arm,frame,q,age,done',
    ...['gain,a,1,30,1', 'gain,a,,30,1', 'gain,b,-9,31,1', 'loss,a,2,30,1', 'loss,a,3,30,0'],
  ].join('\n');
  const nothing = { where: [], cells: { columns: [], answers: [] }, pairs: [] };

  async function counted(wanted: Partial<Wanted>): Promise<Counts | undefined> {
    return (await profileTable(aTable(text), 'x.csv', { ...nothing, ...wanted })).counts;
  }

  it('counts rows and answers of each cell, over the rows that where keeps', async () => {
    const where = [{ column: 'done', anyOf: ['1'], not: undefined, min: undefined, max: undefined }];
    const answers = [{ outcome: 'q', columns: ['q'], missing: ['-9'] }];
    const counts = await counted({ where, cells: { columns: ['arm', 'frame'], answers } });
    expect(counts?.cells).to.deep.equal([
      { values: ['gain', 'a'], rows: 2, answers: [1] },
      { values: ['gain', 'b'], rows: 1, answers: [0] },
      { values: ['loss', 'a'], rows: 1, answers: [1] },
    ]);
  });

  it('tabulates pairs of columns', async () => {
    const counts = await counted({ pairs: [['age', 'arm']] });
    expect(counts?.pairs).to.deep.equal([
      {
        columns: ['age', 'arm'],
        values: [
          ['30', '31'],
          ['gain', 'loss'],
        ],
        table: [
          [2, 2],
          [1, 0],
        ],
      },
    ]);
  });

  it('leaves out what needs columns that the file has not', async () => {
    const answers = [{ outcome: 'r', columns: ['r'], missing: [] }];
    const counts = await counted({ cells: { columns: ['arms'], answers }, pairs: [['age', 'arms']] });
    expect(counts).to.deep.include({ cells: undefined, pairs: [] });
    expect(counts?.wanted).to.deep.equal({ ...nothing, cells: { columns: ['arms'], answers: [] } });
    const where = [{ column: 'finished', anyOf: ['1'], not: undefined, min: undefined, max: undefined }];
    expect(await counted({ where })).to.equal(undefined);
  });

  it('tabulates no column with more than 200 values', async () => {
    const table = aLongTable(500, ['id', 'arm', 'age'], (row) => [`${row}`, `${row % 2}`, `${row % 50}`]);
    const pairs = [
      ['id', 'arm'],
      ['age', 'arm'],
    ] as const;
    const { counts } = await profileTable(table, 'x.csv', { ...nothing, pairs });
    expect(counts?.pairs.map(({ columns }) => columns[0])).to.deep.equal(['age']);
  });
});

function aLongTable(
  rows: number,
  columns: readonly string[],
  rowOf: (row: number) => readonly string[],
): Table {
  return {
    columns,
    async *rows(signal) {
      await Promise.resolve();
      for (let row = 0; row < rows; row += 1) {
        throwIfAborted(signal);
        yield rowOf(row);
      }
    },
  };
}
