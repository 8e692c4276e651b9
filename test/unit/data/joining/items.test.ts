import { expect } from 'chai';
import type { HumanData } from '../../../../src/data/types';
import type { Item } from '../../../../src/study/types';
import { errorOf, joined, reasons } from './joined';

const anItem = (id: string): Item => ({ id, text: id, fields: [], wording: 'verbatim', variants: [] });
const items = [anItem('a'), anItem('b')];
const item = { column: 'item', values: [] };

function cells(data: HumanData): readonly unknown[] {
  return data.rows.map((row) => [row.person.id, row.condition, row.item, row.answers.get('choice')]);
}

describe('joining human data of a study with items', () => {
  it('keeps a row for each item of a person', async () => {
    const data = await joined(
      'id,arm,item,choice\n1,gain,a,3\n1,gain,b,4\n2,loss,a,5',
      { id: 'id', item },
      { items },
    );
    expect(cells(data)).to.deep.equal([
      ['1', 'gain', 'a', 3],
      ['1', 'gain', 'b', 4],
      ['2', 'loss', 'a', 5],
    ]);
    expect(data.people).to.have.length(2);
    expect(data.dropped).to.deep.equal([]);
  });

  it('counts a second row of a person for the same item', async () => {
    const data = await joined('id,arm,item,choice\n1,gain,a,3\n1,gain,a,3', { id: 'id', item }, { items });
    expect(data.rows).to.have.length(1);
    expect(reasons(data)).to.deep.equal({
      'a second row of the same person in the same condition and item': 1,
    });
  });

  it('maps values to items and leaves out rows without one', async () => {
    const values = [{ data: '1', item: 'b' }];
    const data = await joined(
      'arm,item,choice\ngain,01,3\ngain,,4',
      { item: { column: 'item', values } },
      { items },
    );
    expect(cells(data)).to.deep.equal([['1', 'gain', 'b', 3]]);
    expect(reasons(data)).to.deep.equal({ 'no item': 1 });
  });

  it('refuses a value that is no item, and several items without a column', async () => {
    const unknown = await errorOf(joined('arm,item,choice\ngain,c,3', { item }, { items }));
    expect(unknown.code).to.equal('data/item-value');
    expect(unknown.message).to.contain('"c" in item is no item of the study (1 row, first in row 1)');
    expect((await errorOf(joined('arm,choice\ngain,3', {}, { items }))).code).to.equal('data/no-item');
  });

  it('has no item in a study without items, and needs no column for a single one', async () => {
    expect((await joined('arm,choice\ngain,3')).rows[0]?.item).to.equal(null);
    expect((await joined('arm,choice\ngain,3', {}, { items: [anItem('a')] })).rows[0]?.item).to.equal('a');
  });
});
