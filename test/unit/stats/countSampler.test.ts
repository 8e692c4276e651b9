import { expect } from 'chai';
import { chiSquareQuantile } from '../../../src/stats/distribution/chiSquare';
import { countSampler } from '../../../src/stats/resample/countSampler';
import { rng } from '../../../src/util/rng';

describe('drawing the counts of a sample', () => {
  const shares = [0.05, 0.15, 0.3, 0.3, 0.2];
  const draws = 4000;

  for (const [size, way] of [
    [3, 'answer by answer'],
    [120, 'by Poisson draws'],
    [1_000_000, 'by binomials'],
  ] as const) {
    it(`of ${size} answers ${way} has the sum, the means and the variances of a multinomial`, () => {
      const sample = countSampler(shares, size, rng('counts', size));
      const sums = shares.map(() => ({ first: 0, second: 0 }));
      for (let draw = 0; draw < draws; draw += 1) {
        const counts = sample();
        expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(size);
        for (const [k, sum] of sums.entries()) {
          const off = (counts[k] ?? 0) - size * (shares[k] ?? 0);
          sum.first += off / draws;
          sum.second += off ** 2 / draws;
        }
      }
      for (const [k, { first, second }] of sums.entries()) {
        const share = shares[k] ?? 0;
        const variance = size * share * (1 - share);
        expect(first).to.be.closeTo(0, 5 * Math.sqrt(variance / draws));
        expect(second / variance).to.be.closeTo(1, 0.15);
      }
    });
  }

  it('by Poisson draws fits the binomial of a level', () => {
    const size = 40;
    const sample = countSampler([0.2, 0.3, 0.1, 0.4], size, rng('fit'));
    const seen = new Map<number, number>();
    for (let draw = 0; draw < 20_000; draw += 1) {
      const own = sample()[0] ?? 0;
      seen.set(own, (seen.get(own) ?? 0) + 1);
    }
    let statistic = 0;
    let probability = 0.8 ** size;
    for (let k = 0; k <= 16; k += 1) {
      const due = 20_000 * probability;
      if (k >= 2) statistic += ((seen.get(k) ?? 0) - due) ** 2 / due;
      probability *= ((size - k) / (k + 1)) * 0.25;
    }
    expect(statistic).to.be.below(chiSquareQuantile(1e-6, 15, 'upper'));
  });

  it('never draws a level without a share', () => {
    const sample = countSampler([0, 0.5, 0, 0.5], 100, rng('empty'));
    for (let draw = 0; draw < 1000; draw += 1) {
      const [first, , third] = sample();
      expect([first, third]).to.deep.equal([0, 0]);
    }
  });
});
