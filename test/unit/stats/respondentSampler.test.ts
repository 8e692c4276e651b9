import { expect } from 'chai';
import {
  percentileIntervals,
  respondentSampler,
  type Contribution,
} from '../../../src/stats/resample/respondentSampler';
import { rng } from '../../../src/util/rng';

const person = (values: readonly number[], chance = 1): Contribution => ({
  numerators: values,
  denominators: values.map(() => 1),
  chance,
});

function moments(draw: () => Float64Array, draws: number): { readonly mean: number; readonly sd: number } {
  const values = Array.from({ length: draws }, () => draw()[0] ?? NaN);
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (draws - 1)) };
}

describe('drawing respondents with replacement', () => {
  const people = [person([1]), person([0]), person([0]), person([1]), person([0])];

  for (const size of [25, 2000, 32_000])
    it(`gives means with the spread of a sample of ${size}`, () => {
      const { mean, sd } = moments(respondentSampler(people, size, rng('spread', size)), 2000);
      const expected = Math.sqrt((0.4 * 0.6) / size);
      expect(mean).to.be.closeTo(0.4, 4 * (expected / Math.sqrt(2000)));
      expect(sd / expected).to.be.closeTo(1, 0.07);
    });

  it('draws in proportion to the chances, nobody without one', () => {
    const weighted = [person([1], 3), person([0], 1), person([7], 0)];
    const { mean, sd } = moments(respondentSampler(weighted, 100, rng('chances')), 2000);
    expect(mean).to.be.closeTo(0.75, 0.004);
    expect(sd).to.be.closeTo(Math.sqrt(0.1875 / 100), 0.004);
  });

  it('keeps what one respondent says together', () => {
    const opposite = [person([1, 0]), person([0, 1])];
    const draw = respondentSampler(opposite, 10, rng('together'));
    for (let nth = 0; nth < 50; nth += 1) {
      const [a = NaN, b = NaN] = draw();
      expect(a + b).to.be.closeTo(1, 1e-12);
    }
  });

  it('gives the ratios of all for an infinite sample', () => {
    const shown = { numerators: [1, 0], denominators: [3, 0], chance: 1 };
    const [ratio, none] = respondentSampler(
      [shown, { ...shown, numerators: [2, 0] }],
      Infinity,
      rng('all'),
    )();
    expect(ratio).to.equal(0.5);
    expect(none).to.be.NaN;
  });
});

describe('percentile intervals over respondents', () => {
  it('are as wide as the spread of the mean', () => {
    const people = Array.from({ length: 400 }, (_, index) => person([index % 4 === 0 ? 1 : 0]));
    const [interval] = percentileIntervals(people, 2000, rng('interval'));
    const half = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(interval?.[0]).to.be.closeTo(0.25 - half, 0.004);
    expect(interval?.[1]).to.be.closeTo(0.25 + half, 0.004);
  });

  it('are left out where a draw may have nothing', () => {
    const rare = [{ ...person([0]), denominators: [0] }, person([1]), person([0])];
    expect(percentileIntervals(rare, 500, rng('rare'))).to.deep.equal([null]);
  });
});
