import { expect } from 'chai';
import { binomialProbability, binomialWindow } from '../../../src/stats/distribution/binomial';
import { logBeta, logGamma } from '../../../src/stats/distribution/gamma';
import { normalCdf, normalQuantile, normalUpper } from '../../../src/stats/distribution/normal';
import { studentCdf, studentQuantile, studentTwoSided } from '../../../src/stats/distribution/student';

/** Reference values from SciPy 1.11. */
describe('the normal distribution', () => {
  it('has the tails of the tables', () => {
    expect(normalUpper(1.96)).to.be.closeTo(0.024997895148220435, 1e-16);
    expect(normalUpper(5) / 2.866515718791946e-7).to.be.closeTo(1, 1e-13);
    expect(normalCdf(-1.96)).to.be.closeTo(0.024997895148220435, 1e-16);
  });

  it('has quantiles that are undone by the distribution function', () => {
    expect(normalQuantile(0.975)).to.be.closeTo(1.959963984540054, 1e-14);
    for (const p of [1e-10, 0.01, 0.3, 0.5, 0.9, 1 - 1e-9]) {
      expect(normalCdf(normalQuantile(p))).to.be.closeTo(p, 1e-15);
    }
  });

  it('has no quantile outside 0 to 1', () => {
    expect(() => normalQuantile(1)).to.throw('between 0 and 1');
  });
});

describe("Student's t", () => {
  it('has the quantiles of the tables', () => {
    expect(studentQuantile(0.975, 1)).to.be.closeTo(12.706204736174705, 1e-11);
    expect(studentQuantile(0.975, 3)).to.be.closeTo(3.18244630528371, 1e-13);
    expect(studentQuantile(0.025, 3)).to.be.closeTo(-3.18244630528371, 1e-13);
    expect(studentQuantile(0.975, 1e6)).to.be.closeTo(1.9599663568079976, 1e-12);
  });

  it('has the two-sided p of the tables', () => {
    expect(studentTwoSided(2.2, 7)).to.be.closeTo(0.06373101530263678, 1e-15);
    expect(studentTwoSided(0, 7)).to.equal(1);
    expect(studentCdf(2.2, 7)).to.be.closeTo(1 - 0.06373101530263678 / 2, 1e-15);
  });

  it('refuses degrees of freedom of 0', () => {
    expect(() => studentQuantile(0.9, 0)).to.throw('Degrees of freedom');
  });
});

describe('gamma and beta', () => {
  it('have their logarithms to twelve digits', () => {
    expect(logGamma(0.5)).to.be.closeTo(0.5 * Math.log(Math.PI), 1e-14);
    expect(logGamma(5)).to.be.closeTo(Math.log(24), 1e-13);
    expect(logBeta(3, 5)).to.be.closeTo(Math.log(1 / 105), 1e-13);
  });
});

describe('the binomial distribution', () => {
  it('has the probabilities of counting', () => {
    expect(binomialProbability(3, 10, 0.3)).to.be.closeTo(0.266827932, 1e-14);
    expect(binomialProbability(0, 10, 0.3)).to.be.closeTo(0.7 ** 10, 1e-15);
    expect(binomialProbability(50_000, 100_000, 0.5)).to.be.closeTo(0.0025231262141967386, 1e-15);
  });

  it('sums to 1 over its window', () => {
    const { start, probabilities } = binomialWindow(100_000, 0.3);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).to.be.closeTo(1, 1e-13);
    expect(start).to.be.within(27_000, 29_000);
    const small = binomialWindow(3, 0.5);
    expect(small.start).to.equal(0);
    const rounded = [...small.probabilities].map((value) => Number(value.toFixed(12)));
    expect(rounded).to.deep.equal([0.125, 0.375, 0.375, 0.125]);
  });
});
