import { expect } from 'chai';
import { cramersV } from '../../../src/stats/agreement/cramersV';
import { rng } from '../../../src/util/rng';

/** A table of pairs of numbers. */
function tableOf(pairs: readonly (readonly [number, number])[], rows: number, columns: number): number[][] {
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (const [i, j] of pairs) (table[i] ?? [])[j] = (table[i]?.[j] ?? 0) + 1;
  return table;
}

describe("Cramér's V with Bergsma's correction", () => {
  it('follows the formula on a table of two by two', () => {
    // χ² = 36 of 100: √((.36 − 1/99) / (1 − 1/99)).
    const table = [
      [40, 10],
      [10, 40],
    ];
    expect(cramersV(table)).to.be.closeTo(Math.sqrt((0.36 - 1 / 99) / (1 - 1 / 99)), 1e-12);
  });

  it('is 1 where one variable tells the other, in either direction', () => {
    expect(
      cramersV([
        [50, 0],
        [0, 50],
      ]),
    ).to.equal(1);
    expect(
      cramersV([
        [50, 50, 0],
        [0, 0, 100],
      ]),
    ).to.be.greaterThan(0.99);
  });

  it('is far from telling for chance tables, sparse ones too', () => {
    for (const [rows, n] of [
      [2, 60],
      [70, 100],
      [190, 200],
    ] as const)
      for (let seed = 0; seed < 20; seed += 1) {
        const random = rng('table', rows, seed);
        const pairs = Array.from({ length: n }, () => [random.below(rows), random.below(2)] as const);
        expect(cramersV(tableOf(pairs, rows, 2)), `${rows} rows, seed ${seed}`).to.be.below(0.8);
      }
  });

  it('takes rows of one person for one observation', () => {
    // Ten people, each with a value of their own and one of two conditions, in forty rows each.
    const pairs = Array.from({ length: 400 }, (_, i) => [i % 10, i % 2] as const);
    expect(cramersV(tableOf(pairs, 10, 2))).to.be.greaterThan(0.9);
    expect(cramersV(tableOf(pairs, 10, 2), 10)).to.be.below(0.8);
  });

  it('is 0 for a table with fewer than two rows or columns that are filled', () => {
    expect(cramersV([])).to.equal(0);
    expect(
      cramersV([
        [5, 0],
        [7, 0],
      ]),
    ).to.equal(0);
  });
});
