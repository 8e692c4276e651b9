import { expect } from 'chai';
import { linear, niceDomain, niceStep, shareTicks, ticks } from '../../../../src/chart/draw/scale';

describe('scales', () => {
  it('map linearly, and a domain without extent to the middle', () => {
    expect(linear([0, 4], [100, 200])(1)).to.equal(125);
    expect(linear([3, 3], [0, 10])(3)).to.equal(5);
  });
  it('step in 1, 2 or 5', () => {
    expect([niceStep(100, 5), niceStep(7, 3), niceStep(0.9, 3), niceStep(0, 3)]).to.deep.equal([
      20, 5, 0.5, 1,
    ]);
  });
  it('have ticks on round values, zero among them', () => {
    expect(ticks(-10, 45, 6)).to.deep.equal([-10, 0, 10, 20, 30, 40]);
    expect(niceDomain([6.5, 62.1], 5)).to.deep.equal([0, 80]);
    expect(niceDomain([-1.5, -0.7], 3)).to.deep.equal([-1.5, 0]);
  });
  it('have at most three lines of shares above zero', () => {
    expect(shareTicks(0.72)).to.deep.equal([0, 0.2, 0.4, 0.6]);
    expect(shareTicks(1)).to.deep.equal([0, 0.5, 1]);
    expect(shareTicks(0.07)).to.deep.equal([0, 0.02, 0.04, 0.06]);
  });
});
