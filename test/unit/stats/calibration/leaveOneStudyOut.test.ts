import { expect } from 'chai';
import { normalQuantile } from '../../../../src/stats/distribution/normal';
import { recalibratedIntervals, type StudyEffect } from '../../../../src/stats/calibration/leaveOneStudyOut';
import { rng } from '../../../../src/util/rng';

/** Effects of 20 studies that follow half the prediction, with an error of the model and one of sampling. */
function effects(replication: number): readonly StudyEffect[] {
  const random = rng('effects', replication);
  const normal = (sd: number) => sd * normalQuantile((random.uniform() + 1e-12) / (1 + 2e-12));
  return Array.from({ length: 60 }, (_, index) => {
    const predicted = normal(6);
    const observedSe = 1 + random.uniform();
    const observed = 0.5 * predicted + normal(2) + normal(observedSe);
    return { study: `s${index % 20}`, predicted, observed, observedSe };
  });
}

describe('intervals from the line of the other studies', () => {
  it('cover about as often as they say', () => {
    const covered = Array.from(
      { length: 40 },
      (_, index) => recalibratedIntervals(effects(index)).coverage ?? NaN,
    );
    expect(covered.reduce((sum, value) => sum + value, 0) / 40).to.be.within(0.93, 0.97);
  });

  it('are missing where the other studies cannot tell', () => {
    const two = ['a', 'b'].map((study, index) => ({ study, predicted: index, observed: index }));
    expect(recalibratedIntervals(two)).to.deep.equal({
      intervals: [null, null],
      coverage: null,
      meanWidth: null,
    });
  });
});
