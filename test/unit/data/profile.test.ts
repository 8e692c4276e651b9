import { expect } from 'chai';
import { profileTable } from '../../../src/data/profile';
import { aTable } from '../../fakes/builders';

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
          more: false,
          empty: 1,
          numeric: true,
        },
      ],
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
});
