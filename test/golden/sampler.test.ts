import { expect } from 'chai';
import { wasserstein1 } from '../../src/stats/distance/wasserstein';
import { chiSquareQuantile } from '../../src/stats/distribution/chiSquare';
import { largestRemainder, sharedDraw } from '../../src/stats/resample/quota';
import { adjusted } from '../../src/simulate/calibrate/adjust';
import { drawCode } from '../../src/simulate/draw';
import { rng, uniformOf } from '../../src/util/rng';
import { readCases, reproduces } from './vectors';

describe('golden draws', () => {
  reproduces('sampler.json', 'inverse-cdf', 6, ({ levels, p, u }: { levels: number[]; p: number[]; u: number[] }) => ({
    draws: u.map((uniform) => drawCode(levels, p, uniform)),
  }));
  reproduces('sampler.json', 'common-random-numbers', 3, ({ p, q }: { p: number[]; q: number[] }) => {
    const values = p.map((_, place) => place);
    return {
      probSameDraw: sharedDraw(p, q),
      meanAbsDifference: wasserstein1({ values, weights: p }, { values, weights: q }),
      probSameIfIndependent: p.reduce((sum, share, place) => sum + share * (q[place] ?? 0), 0),
    };
  });
  reproduces('sampler.json', 'largest-remainder', 5, ({ p, n }: { p: number[]; n: number }) => ({
    counts: largestRemainder(p, n),
  }));
  reproduces('sampler.json', 'temperature', 4, ({ p, T }: { p: number[]; T: number }) => ({
    q: adjusted('temperature', T, p),
  }));
  reproduces('sampler.json', 'chi-square-bounds', 4, ({ df, twoSidedAlpha }: { df: number; twoSidedAlpha: number }) => ({
    lower: chiSquareQuantile(twoSidedAlpha / 2, df),
    upper: chiSquareQuantile(twoSidedAlpha / 2, df, 'upper'),
  }));
});

/** The properties of the file, each under its name there; those of whole runs are shown where the text says. */
describe('golden properties of draws', () => {
  const named = readCases('sampler.json').filter(({ kind }) => kind === 'property');
  const levels = [1, 2, 3, 4, 5];
  const p = [0.1, 0.2, 0.4, 0.2, 0.1];
  const q = [0.05, 0.15, 0.3, 0.3, 0.2];
  const uniforms = (n: number, key: string) => Array.from({ length: n }, (_, index) => uniformOf('draws', key, index));
  const sorted = uniforms(1000, 'separation').sort((a, b) => a - b);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));
  const drawn = (shares: readonly number[], us: readonly number[]) => us.map((u) => drawCode(levels, shares, u));

  const properties: Readonly<Record<string, () => void>> = {
    'same-seed-same-draws': () => {
      expect(uniforms(50, 'a')).to.deep.equal(uniforms(50, 'a'));
      const [first, second] = [rng('a', 1), rng('a', 1)];
      for (let draw = 0; draw < 50; draw += 1) expect(first.uniform()).to.equal(second.uniform());
    },
    'key-separation': () => {
      expect(new Set(sorted).size).to.equal(1000);
      const gaps = sorted.map((u, place) => Math.max(Math.abs(u - place / 1000), Math.abs(u - (place + 1) / 1000)));
      expect(Math.max(...gaps)).to.be.below(0.07);
    },
    'no-order-dependence': () => {
      const backwards = Array.from({ length: 50 }, (_, index) => uniformOf('draws', 'a', 49 - index)).reverse();
      expect(backwards).to.deep.equal(uniforms(50, 'a'));
    },
    'goodness-of-fit': () => {
      const pmfs = readCases('wasserstein.json').filter(({ kind, expected }) => kind === 'pmf' && !('error' in expected));
      for (const { id, input } of pmfs) {
        const weights = (input as { human: number[] }).human;
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const places = weights.map((_, place) => place);
        const counts = weights.map(() => 0);
        const random = rng('fit', id);
        for (let draw = 0; draw < 10_000; draw += 1) {
          const place = drawCode(places, weights, random.uniform());
          counts[place] = (counts[place] ?? 0) + 1;
        }
        const df = weights.filter((weight) => weight > 0).length - 1;
        if (df === 0) continue;
        const statistic = weights.reduce((sum, weight, place) => {
          const due = (weight / total) * 10_000;
          return weight > 0 ? sum + ((counts[place] ?? 0) - due) ** 2 / due : sum;
        }, 0);
        expect(statistic, id).to.be.within(chiSquareQuantile(5e-7, df), chiSquareQuantile(5e-7, df, 'upper'));
      }
    },
    'zero-mass-never-drawn': () => {
      const draws = new Set(uniforms(100_000, 'zero').map((u) => drawCode(levels, [0, 0.5, 0, 0.5, 0], u)));
      expect([...draws].sort()).to.deep.equal([2, 4]);
    },
    'uniform-range': () => {
      for (const u of uniforms(10_000, 'range')) expect(u >= 0 && u < 1).to.equal(true);
    },
    'serial-independence': () => {
      for (const us of [uniforms(10_000, 'serial'), Array.from({ length: 10_000 }, ((random) => () => random.uniform())(rng('s')))]) {
        const centred = us.map((u) => u - mean(us));
        const lagged = centred.slice(1).reduce((sum, u, place) => sum + u * (centred[place] ?? 0), 0);
        expect(Math.abs(lagged / 10_000 / variance(us))).to.be.below(0.05);
      }
    },
    'crn-identical-pmf': () => {
      const us = uniforms(500, 'same');
      expect(drawn(p, us)).to.deep.equal(drawn([...p], us));
    },
    'crn-variance': () => {
      const difference = (a: string, b: string) => mean(drawn(q, uniforms(40, a))) - mean(drawn(p, uniforms(40, b)));
      const replications = Array.from({ length: 500 }, (_, index) => index);
      const shared = replications.map((index) => difference(`crn ${index}`, `crn ${index}`));
      const independent = replications.map((index) => difference(`crn ${index}`, `other ${index}`));
      expect(variance(shared) / variance(independent)).to.be.at.most(1.05);
    },
    'crn-monotone': () => {
      for (const u of uniforms(2000, 'monotone'))
        expect(drawCode(levels, q, u)).to.be.at.least(drawCode(levels, p, u));
    },
    'w1-shrinks': () => {
      const average = (n: number) =>
        mean(
          Array.from({ length: 200 }, (_, replication) => {
            const random = rng('shrinks', n, replication);
            const values = Array.from({ length: n }, () => drawCode(levels, p, random.uniform()));
            return wasserstein1({ values }, { values: levels, weights: p });
          }),
        );
      expect(average(250) / average(1000)).to.be.within(1.7, 2.4);
    },
    'mean-within-error': () => {
      const sd = Math.sqrt(1.2);
      expect(Math.abs(mean(drawn(p, uniforms(10_000, 'mean'))) - 3)).to.be.below((5 * sd) / 100);
    },
    'invalid-pmf': () => {
      for (const shares of [[-0.1, 1.1], [NaN, 1], [], [0, 0]])
        expect(() => drawCode([1, 2], shares, 0.5)).to.throw().with.property('code', 'draw/no-mass');
    },
  };

  it('are all here', () => expect(Object.keys(properties)).to.have.members(named.map(({ id }) => id)));
  for (const { id } of named) it(id, () => properties[id]?.());
});
