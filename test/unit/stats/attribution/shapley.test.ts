import { expect } from 'chai';
import fc from 'fast-check';
import { shapleyValues } from '../../../../src/stats/attribution/shapley';

describe('Shapley values', () => {
  it('of the glove game give the scarce glove four of six parts', () => {
    const worth = (coalition: number) => ((coalition & 1) === 1 && (coalition & 6) > 0 ? 1 : 0);
    const [left = NaN, first = NaN, second = NaN] = shapleyValues(3, worth);
    expect(left).to.be.closeTo(4 / 6, 1e-12);
    expect(first).to.be.closeTo(1 / 6, 1e-12);
    expect(second).to.be.closeTo(1 / 6, 1e-12);
  });

  it('add up to what all together add, and give nothing to who adds nothing', () => {
    const game = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(game, (worth) => {
        const values = shapleyValues(4, (coalition) => worth[coalition & 7] ?? 0);
        const total = values.reduce((sum, value) => sum + value, 0);
        expect(total).to.be.closeTo((worth[7] ?? 0) - (worth[0] ?? 0), 1e-9);
        expect(values[3]).to.be.closeTo(0, 1e-12);
      }),
    );
  });

  it('refuse more players than can be valued', () => {
    expect(() => shapleyValues(13, () => 0))
      .to.throw()
      .with.property('code', 'stats/out-of-range');
  });
});
