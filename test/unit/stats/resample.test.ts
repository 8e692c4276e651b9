import { expect } from 'chai';
import { binomialDraw } from '../../../src/stats/resample/binomialDraw';
import { expectedFloor } from '../../../src/stats/resample/exactFloor';
import { maxT } from '../../../src/stats/resample/maxT';
import { quantileOf, simulatedFloor, upperShare } from '../../../src/stats/resample/simulatedFloor';
import { VignetteError } from '../../../src/util/errors';
import { rng } from '../../../src/util/rng';

function codeOf(compute: () => unknown): string {
  try {
    compute();
  } catch (error) {
    return error instanceof VignetteError ? error.code : 'another error';
  }
  return 'none';
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

describe('a binomial draw', () => {
  const moments = (n: number, p: number) => {
    const random = rng('binomial', n, p);
    const draws = Array.from({ length: 20_000 }, () => binomialDraw(n, p, random));
    const average = mean(draws);
    return { average, variance: mean(draws.map((draw) => (draw - average) ** 2)) };
  };
  for (const [n, p] of [
    [5, 0.3],
    [60, 0.02],
    [60, 0.5],
    [1000, 0.07],
    [1000, 0.93],
    [100_000, 0.4],
  ] as const) {
    it(`of ${n} with chance ${p} has the right mean and variance`, () => {
      const { average, variance } = moments(n, p);
      const expected = n * p * (1 - p);
      expect(average).to.be.closeTo(n * p, 5 * Math.sqrt(expected / 20_000));
      expect(variance / expected).to.be.closeTo(1, 0.06);
    });
  }

  it('is certain at the ends', () => {
    const random = rng('ends');
    expect(binomialDraw(7, 0, random)).to.equal(0);
    expect(binomialDraw(7, 1, random)).to.equal(7);
    expect(binomialDraw(0, 0.5, random)).to.equal(0);
  });
});

describe('the expected floor', () => {
  it('of an exact prediction is that of the human sample alone', () => {
    const exact = expectedFloor([0, 1], [0.4, 0.6], [25, Infinity]);
    const nearly = expectedFloor([0, 1], [0.4, 0.6], [25, 4_000_000]);
    expect(exact).to.be.closeTo(nearly, 1e-4);
    expect(exact).to.be.closeTo(0.077355810574, 1e-12);
  });

  it('of two exact distributions is 0', () => {
    expect(expectedFloor([0, 1], [0.4, 0.6], [Infinity, Infinity])).to.equal(0);
  });

  it('does not depend on which sample comes first', () => {
    const one = expectedFloor([1, 2, 3], [1, 2, 3], [7, 40]);
    expect(expectedFloor([1, 2, 3], [1, 2, 3], [40, 7])).to.equal(one);
  });

  it('refuses sizes and levels that make no sense', () => {
    expect(codeOf(() => expectedFloor([0, 1], [1, 1], [0, 5]))).to.equal('stats/out-of-range');
    expect(codeOf(() => expectedFloor([0, 1], [1, 1], [2.5, 5]))).to.equal('stats/out-of-range');
    expect(codeOf(() => expectedFloor([1, 0], [1, 1], [5, 5]))).to.equal('stats/levels-unordered');
    expect(codeOf(() => expectedFloor([0, 1], [0, 0], [5, 5]))).to.equal('stats/zero-total-weight');
  });
});

describe('the simulated floor', () => {
  const slider = Array.from({ length: 101 }, (_, code) => code);
  const shares = slider.map((code) => 1 + (code % 10));
  for (const sizes of [
    [100, 100],
    [201, 201],
    [500, 100],
    [100_000, 900],
    [300, Infinity],
  ] as const) {
    it(`of a 101-point slider with ${sizes.join(' and ')} answers has the expected mean`, () => {
      const distances = simulatedFloor(slider, shares, sizes, 4000, rng('slider', ...sizes));
      const expected = expectedFloor(slider, shares, sizes);
      expect(mean(distances) / expected).to.be.closeTo(1, 0.04);
    });
  }

  it('is a function of its key', () => {
    const draw = (key: string) => [...simulatedFloor([1, 2, 3], [1, 1, 1], [30, 30], 50, rng(key))];
    expect(draw('a')).to.deep.equal(draw('a'));
    expect(draw('a')).not.to.deep.equal(draw('b'));
  });

  it('gives quantiles between order statistics and a p that is never 0', () => {
    const ascending = Float64Array.from([0, 1, 2, 3]);
    expect(quantileOf(ascending, 0.95)).to.be.closeTo(2.85, 1e-12);
    expect(upperShare(ascending, 2)).to.equal(3 / 5);
    expect(upperShare(ascending, 9)).to.equal(1 / 5);
  });
});

describe('max-T', () => {
  it('counts draws against the statistic itself and against the largest', () => {
    const drawn = [
      [0, 1],
      [1, 0],
      [2, 3],
    ];
    const [first, second] = maxT([2, 3], drawn);
    expect(first?.p).to.equal(2 / 4);
    expect(second?.p).to.equal(2 / 4);
    expect(first?.pAdjusted).to.equal(2 / 4);
  });

  it('is never below the p of the statistic alone', () => {
    const random = rng('max-t');
    const drawn = Array.from({ length: 200 }, () => [
      random.uniform(),
      5 * random.uniform(),
      random.uniform(),
    ]);
    for (const { p, pAdjusted } of maxT([0.9, 4.9, 0.2], drawn)) expect(pAdjusted).to.be.at.least(p);
  });

  it('gives 1 to what never varies', () => {
    expect(maxT([0], [[0], [0]])).to.deep.equal([{ p: 1, pAdjusted: 1 }]);
  });

  it('keeps the family-wise error near its level', () => {
    const random = rng('family');
    const rejections = Array.from({ length: 300 }, () => {
      const row = () => Array.from({ length: 8 }, () => random.uniform());
      const drawn = Array.from({ length: 99 }, row);
      return maxT(row(), drawn).some(({ pAdjusted }) => pAdjusted <= 0.05);
    }).filter(Boolean).length;
    expect(rejections / 300).to.be.within(0.01, 0.1);
  });

  it('refuses draws of another length', () => {
    expect(codeOf(() => maxT([1], [[1, 2]]))).to.equal('stats/length-mismatch');
  });
});
