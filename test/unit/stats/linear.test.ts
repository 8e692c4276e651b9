import { expect } from 'chai';
import { eigenOf } from '../../../src/stats/linear/eigen';
import { leastSquares } from '../../../src/stats/linear/leastSquares';
import { clusteredCombination, clusteredFit, independentCombination } from '../../../src/stats/linear/robust';

const treated = [0, 1, 1, 0, 0, 1, 1, 0, 1, 0];
const covariate = [2, 3, 5, 1, 4, 2, 6, 3, 1, 7];
const data = {
  terms: treated.map((arm, row) => [1, arm, covariate[row] ?? NaN]),
  values: [2, 4, 5, 1, 3, 6, 7, 2, 5, 4],
  weights: [1, 2, 1, 0.5, 1, 1.5, 1, 2, 1, 1],
};
const clusters = [...'aaabbccccd'];

describe('a weighted model with few clusters', () => {
  it('has CR2 and the degrees of freedom of the same matrices worked out in full', () => {
    const found = clusteredCombination(clusteredFit(leastSquares(data), clusters), [0, 1, 0]);
    expect(found?.method).to.equal('CR2');
    expect(found?.estimate).to.be.closeTo(2.88644197625431, 1e-12);
    expect(found?.se).to.be.closeTo(1.0890665380361573, 1e-12);
    expect(found?.test?.df).to.be.closeTo(1.8384260853408394, 1e-12);
  });

  it('is HC2 when every row is its own cluster', () => {
    const alone = data.values.map((_, row) => String(row));
    const fit = leastSquares(data);
    const clustered = clusteredCombination(clusteredFit(fit, alone), [0, 1, 0]);
    expect(clustered?.se).to.be.closeTo(independentCombination(fit, [0, 1, 0])?.se ?? NaN, 1e-12);
  });
});

describe('a model with many clusters', () => {
  it('is corrected by CR1', () => {
    const terms = Array.from({ length: 50 }, (_, row) => [1, row % 2]);
    const values = terms.map((_, row) => (row * 7) % 11);
    const alone = values.map((_, row) => String(row));
    const found = clusteredCombination(clusteredFit(leastSquares({ terms, values }), alone), [0, 1]);
    expect([found?.method, found?.n, found?.test?.df]).to.deep.equal(['CR1', 50, 49]);
  });
});

describe('what the data do not determine', () => {
  const fit = leastSquares({
    terms: [
      [1, 0, 0],
      [1, 1, 2],
      [1, 1, 2],
      [1, 0, 0],
    ],
    values: [1, 2, 4, 3],
  });

  it('is the coefficient of a term that is a multiple of another, or of that other; what both add up to is', () => {
    expect(fit.rank).to.equal(2);
    expect(independentCombination(fit, [0, 0, 1])).to.equal(undefined);
    expect(independentCombination(fit, [0, 1, 0])).to.equal(undefined);
    expect(independentCombination(fit, [0, 1, 2])?.estimate).to.be.closeTo(1, 1e-12);
    expect(independentCombination(fit, [1, 0, 0])?.estimate).to.be.closeTo(2, 1e-12);
  });

  it('is the spread of an arm of one row or one cluster', () => {
    const lonely = leastSquares({
      terms: [
        [1, 0],
        [1, 0],
        [0, 1],
      ],
      values: [1, 3, 5],
    });
    const alone = independentCombination(lonely, [-1, 1]);
    expect(alone?.estimate).to.be.closeTo(3, 1e-12);
    expect([alone?.se, alone?.test]).to.deep.equal([null, null]);
    expect(clusteredCombination(clusteredFit(lonely, ['a', 'b', 'c']), [-1, 1])?.se).to.equal(null);
    expect(clusteredCombination(clusteredFit(lonely, ['a', 'a', 'a']), [-1, 1])?.se).to.equal(null);
  });
});

describe('eigenvalues of a symmetric matrix', () => {
  it('are those worked out by hand', () => {
    const { values, vectors } = eigenOf([
      [2, 1],
      [1, 2],
    ]);
    expect([...values].sort((a, b) => a - b)[0]).to.be.closeTo(1, 1e-14);
    expect([...values].sort((a, b) => a - b)[1]).to.be.closeTo(3, 1e-14);
    const [x = NaN, y = NaN] = vectors[values.findIndex((value) => value > 2)] ?? [];
    expect([Math.abs(x), x - y]).to.satisfy(
      ([one, two]: number[]) => Math.abs((one ?? 0) - Math.SQRT1_2) < 1e-12 && Math.abs(two ?? 1) < 1e-12,
    );
  });
});
