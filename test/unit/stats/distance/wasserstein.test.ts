import { expect } from 'chai';
import fc from 'fast-check';
import { jensenShannonDistance, hellinger } from '../../../../src/stats/distance/relative';
import { totalVariation } from '../../../../src/stats/distance/divergence';
import { wasserstein, wasserstein1 } from '../../../../src/stats/distance/wasserstein';

const code = fc.integer({ min: -20, max: 20 });
const sample = fc
  .array(fc.record({ value: code, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 12 })
  .map((answers) => ({
    values: answers.map(({ value }) => value),
    weights: answers.map(({ weight }) => weight),
  }));
const pmf = (k: number) => fc.array(fc.integer({ min: 1, max: 50 }), { minLength: k, maxLength: k });
const near = 1e-9;

describe('the Wasserstein distance', () => {
  it('is a metric: 0 for equal samples only, symmetric, with the triangle inequality', () => {
    fc.assert(
      fc.property(sample, sample, sample, (a, b, c) => {
        expect(wasserstein1(a, a)).to.be.closeTo(0, near);
        expect(wasserstein1(a, b)).to.be.closeTo(wasserstein1(b, a), near);
        expect(wasserstein1(a, c)).to.be.at.most(wasserstein1(a, b) + wasserstein1(b, c) + near);
        const disjoint = { ...b, values: b.values.map((value) => value + 100) };
        expect(wasserstein1(a, disjoint)).to.be.above(0);
      }),
    );
  });

  it('grows with the codes and, by a stated range that grows along, stays', () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: 1, max: 50 }), code, (a, b, factor, offset) => {
        const relabelled = (of: typeof a) => ({
          ...of,
          values: of.values.map((value) => factor * value + offset),
        });
        const before = wasserstein('stated', a, b, [-20, 20]) ?? NaN;
        const after = wasserstein('stated', relabelled(a), relabelled(b), [
          offset - 20 * factor,
          offset + 20 * factor,
        ]);
        expect(after).to.be.closeTo(before, near);
        expect(wasserstein1(relabelled(a), relabelled(b))).to.be.closeTo(factor * wasserstein1(a, b), 1e-7);
      }),
    );
  });

  it('is the same when the scale is turned around, under every convention', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const turned = (of: typeof a) => ({ ...of, values: of.values.map((value) => -value) });
        for (const convention of ['stated', 'observed', 'observedClipped', 'raw'] as const) {
          const before = wasserstein(convention, a, b, [-20, 20]);
          const after = wasserstein(convention, turned(a), turned(b), [-20, 20]);
          if (before === null) expect(after).to.equal(null);
          else expect(after).to.be.closeTo(before, near);
        }
      }),
    );
  });

  it('is the same when every answer is there twice with half its weight, in any order', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const halves = a.weights.map((weight) => weight / 2);
        const doubled = {
          values: [...a.values, ...[...a.values].reverse()],
          weights: [...halves, ...halves.reverse()],
        };
        expect(wasserstein1(doubled, b)).to.be.closeTo(wasserstein1(a, b), near);
      }),
    );
  });

  it('is at least the difference of the means and at most the range', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const mean = ({ values, weights }: typeof a) =>
          values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0) /
          weights.reduce((sum, weight) => sum + weight, 0);
        expect(wasserstein1(a, b)).to.be.at.least(Math.abs(mean(a) - mean(b)) - near);
        expect(wasserstein('stated', a, b, [-20, 20])).to.be.at.most(1 + near);
      }),
    );
  });
});

describe('distances that ignore the order of levels', () => {
  it('obey the triangle inequality and do not change when levels are renamed', () => {
    fc.assert(
      fc.property(pmf(5), pmf(5), pmf(5), (p, q, r) => {
        const turned = (shares: readonly number[]) => [...shares].reverse();
        for (const distance of [totalVariation, jensenShannonDistance, hellinger]) {
          expect(distance(p, r)).to.be.at.most(distance(p, q) + distance(q, r) + 1e-7);
          expect(distance(turned(p), turned(q))).to.be.closeTo(distance(p, q), near);
          expect(distance(p, q)).to.be.within(0, 1);
        }
      }),
    );
  });
});
