import { expect } from 'chai';
import { multinomialLogit } from '../../../src/stats/linear/multinomial';
import { rejection } from '../../fakes/rejection';

const features = [
  [1, 0, 0],
  [1, 0, 1],
  [0, 1, 0],
  [0, 1, 1],
  [1, 0, 0],
  [0, 1, 1],
  [0, 0, 1],
  [0, 0, 0],
  [1, 0, 1],
  [0, 1, 0],
];
const data = {
  features,
  answers: [0, 1, 2, 1, 0, 2, 1, 0, 2, 2],
  weights: [1, 2, 1, 0.5, 1.5, 1, 1, 2, 0.7, 1],
  classes: 3,
};

/** As scikit-learn 1.9.1 has them: LogisticRegression(C=1/ridge, tol=1e-12, solver='newton-cg'), intercepts centred. */
const reference = [
  {
    ridge: 1,
    intercepts: [0.752297, -0.530713, -0.221584],
    coefficients: [
      [0.152862, -0.715825, -1.064994],
      [0.096741, -0.251513, 1.021534],
      [-0.249604, 0.967338, 0.04346],
    ],
    probabilities: [0.257966, 0.544693, 0.197341],
  },
  {
    ridge: 0.1,
    intercepts: [1.77115, -1.041428, -0.729722],
    coefficients: [
      [0.204004, -2.145068, -2.937784],
      [-0.384552, -0.309972, 2.589194],
      [0.180549, 2.45504, 0.34859],
    ],
    probabilities: [0.086786, 0.727262, 0.185952],
  },
];

function near(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).to.equal(wanted.length);
  for (const [i, value] of wanted.entries()) expect(found[i]).to.be.closeTo(value, 2e-6);
}

describe('a multinomial logit with a ridge', () => {
  for (const { ridge, intercepts, coefficients, probabilities } of reference)
    it(`agrees with scikit-learn at a ridge of ${ridge}`, () => {
      const fit = multinomialLogit(data, ridge);
      near(fit.intercepts, intercepts);
      for (const [k, wanted] of coefficients.entries()) near(fit.coefficients[k] ?? [], wanted);
      near(fit.probabilities([1, 0, 1]), probabilities);
    });

  it('gives the weighted shares where there are no features', () => {
    const fit = multinomialLogit(
      { features: [[], [], []], answers: [0, 1, 1], weights: [2, 1, 5], classes: 2 },
      1,
    );
    near(fit.probabilities([]), [0.25, 0.75]);
  });

  it('stays finite where a feature tells the answer', () => {
    const fit = multinomialLogit(
      { features: [[1], [1], [0], [0]], answers: [0, 0, 1, 1], weights: [1, 1, 1, 1], classes: 2 },
      0.001,
    );
    expect(fit.probabilities([1])[0]).to.be.within(0.99, 1);
  });

  it('refuses a class that nobody gave', async () => {
    const refused = await rejection(
      Promise.resolve().then(() => multinomialLogit({ ...data, classes: 4 }, 1)),
    );
    expect(refused.code).to.equal('stats/out-of-range');
  });
});
