import { expect } from 'chai';
import { parityTest } from '../../../../src/stats/individual/parity';
import { rng } from '../../../../src/util/rng';

/** People of two groups whose accuracy is uniform around a mean. */
function people(means: readonly number[], sizes: readonly number[], key: string) {
  const random = rng('people', key);
  const labels = sizes.flatMap((size, group) => new Array<string>(size).fill(`g${group}`));
  const values = sizes.flatMap((size, group) =>
    Array.from({ length: size }, () => (means[group] ?? 0) + random.uniform() - 0.5),
  );
  return { values, labels };
}

describe('the gap between groups', () => {
  it('of equal groups is far from 0 and no larger than chance', () => {
    const { values, labels } = people([0.7, 0.7, 0.7], [40, 80, 60], 'equal');
    const test = parityTest(values, labels, { least: 30, draws: 199, rng: rng('test') });
    expect(test.n).to.equal(40);
    expect(test.nullMean).to.be.within(0.03, 0.15);
    expect(test.p).to.be.above(0.05);
  });

  it('is found where a group is predicted worse', () => {
    const { values, labels } = people([0.8, 0.5], [100, 60], 'unequal');
    const test = parityTest(values, labels, { least: 30, draws: 199, rng: rng('test') });
    expect(test.difference).to.be.within(0.2, 0.4);
    expect(test.p).to.equal(1 / 200);
  });

  it('leaves out small groups, and refuses to compare one with nothing', () => {
    const { values, labels } = people([0.8, 0.5], [100, 10], 'small');
    expect(() => parityTest(values, labels, { least: 30, draws: 9, rng: rng('test') }))
      .to.throw()
      .with.property('code', 'stats/out-of-range');
  });
});
