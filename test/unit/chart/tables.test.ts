import { expect } from 'chai';
import {
  effectsTable,
  levelsTable,
  qualityTable,
  sayValue,
  sharesTable,
  toCsv,
} from '../../../src/chart/tables';
import type { DataTable } from '../../../src/chart/tables';
import { aBinaryCell, aCell, anEffect, withoutHumans } from '../../fakes/resultsBuilders';

function shown(table: DataTable, row: number): readonly string[] {
  return table.columns.map((column, index) => sayValue(column, table.rows[row]?.[index] ?? null));
}

describe('the table of shares', () => {
  it('has two rows a cell, in per cent, with mean, SD and n', () => {
    const table = sharesTable([aCell()]);
    expect(table.columns.map((column) => column.name)).to.deep.equal([
      ...['Condition', 'Answers', '1', '2', '3', '4', '5', '6', '7', 'mean', 'SD', 'n'],
    ]);
    expect(shown(table, 0).slice(1, 4)).to.deep.equal(['predicted', '67.3', '20.1']);
    expect(shown(table, 1)).to.deep.equal([
      'No advertising, no tracking',
      ...['observed', '63.8', '21.6', '4.5', '2.5', '3.5', '2.0', '2.0', '1.74', '1.36', '199'],
    ]);
  });
  it('has no observed row without human answers', () => {
    expect(sharesTable([withoutHumans(aCell())]).rows.length).to.equal(1);
  });
});

describe('the table of effects', () => {
  it('has a row an estimate, unknown ends as a dash', () => {
    const table = effectsTable([anEffect()]);
    expect(shown(table, 0)).to.deep.equal([
      ...['violation', 'bt − nant', 'observed', '+3.73', '+3.43', '+4.02', '+62.1', '+57.2', '+67.0'],
    ]);
    expect(shown(table, 1).slice(2)).to.deep.equal(['predicted', '+4.30', '–', '–', '+71.6', '–', '–']);
    expect(table.rows.length).to.equal(2);
  });
});

describe('the table of quality', () => {
  it('shows what is unknown as a dash', () => {
    expect(shown(qualityTable([aCell()]), 0).slice(2, 6)).to.deep.equal(['99.5', '–', '0.87', '0.91']);
  });
  it('shows how much answers depend on orders where these varied', () => {
    const order = { w: 0.12, chance: 0.03, p: 0.005 };
    const cells = [aCell({ sensitivity: { order, frame: null } }), aCell()];
    const { columns } = qualityTable(cells);
    expect(columns.map(({ name }) => name).slice(-3)).to.deep.equal([
      'between orders',
      'orders by chance',
      'p of orders',
    ]);
    expect(shown(qualityTable(cells), 0).slice(-3)).to.deep.equal(['.120', '.030', '.005']);
    expect(shown(qualityTable(cells), 1).slice(-3)).to.deep.equal(['–', '–', '–']);
  });
});

describe('a table as CSV', () => {
  it('has a row a level with its interval and the distance of the cell', () => {
    const lines = toCsv(levelsTable([aBinaryCell()])).split('\r\n');
    expect(lines[0]).to.match(/^outcome,condition,label,code,predicted,observed,low95,high95/);
    expect(lines[2]).to.match(/^choose_b,survival,Program B,1,0\.349,0\.3968/);
    expect(lines[2]).to.match(/,877,882,"W, stated, 0–1",0\.048,0\.019,0\.045,0\.039$/);
  });
  it('quotes what needs it and disarms formulas', () => {
    const table = {
      columns: [{ name: 'a' }, { name: 'b' }],
      rows: [
        ['x "y", z', '=HYPERLINK("http://x")'],
        [null, -1],
      ],
    };
    expect(toCsv(table)).to.equal('a,b\r\n"x ""y"", z","\'=HYPERLINK(""http://x"")"\r\n,-1\r\n');
  });
});
