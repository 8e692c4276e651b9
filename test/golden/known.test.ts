import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simbench } from '../../src/stats/distance/benchmark';
import { entropyRatio, jensenShannonBits, totalVariation } from '../../src/stats/distance/divergence';
import { wasserstein } from '../../src/stats/distance/wasserstein';
import { pmfAccuracy } from '../../src/stats/individual/accuracy';
import { expectedFloor } from '../../src/stats/resample/exactFloor';

interface Known {
  readonly label: string;
  readonly claimed: number;
  readonly computed: number;
  readonly decimals: number;
  readonly reproduced: boolean;
}

const file = readFileSync(join(__dirname, '../fixtures/vectors/known.json'), 'utf8');
const { numbers } = JSON.parse(file) as { numbers: readonly Known[] };

const levels = [1, 2, 3, 4, 5];
const P = [0.1, 0.2, 0.4, 0.2, 0.1];
const others: Readonly<Record<string, readonly number[]>> = {
  '[0,0,1,0,0]': [0, 0, 1, 0, 0],
  'point mass': [0, 0, 1, 0, 0],
  uniform: [1, 1, 1, 1, 1],
  shifted: [0.05, 0.15, 0.3, 0.3, 0.2],
  '[.05,.15,.3,.3,.2]': [0.05, 0.15, 0.3, 0.3, 0.2],
};
const inner = [0, 0.3, 0.4, 0.3, 0];

const of = (weights: readonly number[]) => ({ values: levels, weights });
const uniformAccuracy = (k: number) => {
  const codes = Array.from({ length: k }, (_, code) => code + 1);
  return pmfAccuracy(codes, codes.map(() => codes.map(() => 1)), codes, [1, k]);
};

/** What each label of the file asks for, by its first words. */
const figures: readonly (readonly [RegExp, (...parts: string[]) => number | null])[] = [
  [/^W1 stated P vs (.+)$/, (name = '') => wasserstein('stated', of(P), of(others[name] ?? []), [1, 5])],
  [/^W1 convention split: stated$/, () => wasserstein('stated', of(inner), of(P), [1, 5])],
  [/^W1 convention split: observed unclipped$/, () => wasserstein('observed', of(inner), of(P), null)],
  [/^W1 convention split: observed clipped$/, () => wasserstein('observedClipped', of(inner), of(P), null)],
  [/^TVD P vs (.+)$/, (name = '') => totalVariation(P, others[name] ?? [])],
  [/^JSD bits P vs (.+)$/, (name = '') => jensenShannonBits(P, others[name] ?? [])],
  [/^SimBench S (.+)$/, (name = '') => simbench(P, others[name] ?? [])],
  [/^entropy ratio (.+)$/, (name = '') => entropyRatio(P, others[name] ?? [])],
  [
    /^noise floor 7-pt uniform n=(\d+)$/,
    (n) => expectedFloor([1, 2, 3, 4, 5, 6, 7], [1, 1, 1, 1, 1, 1, 1], [Number(n), Number(n)]) / 6,
  ],
  [/^noise floor binary .4\/.6 n=(\d+)$/, (n) => expectedFloor([0, 1], [0.4, 0.6], [Number(n), Number(n)])],
  [/^uniform predictor accuracy K=(\d+)$/, (k) => uniformAccuracy(Number(k)).drawn],
  [/^always-middle accuracy K=(\d+)$/, (k) => uniformAccuracy(Number(k)).medianLower],
];

describe('numbers that are claimed elsewhere', () => {
  it('has all 37', () => expect(numbers).to.have.length(37));
  for (const { label, claimed, computed, decimals, reproduced } of numbers)
    it(`${label} is ${computed}${reproduced ? '' : `, not ${claimed}`}`, () => {
      const [pattern, figure] = figures.find(([each]) => each.test(label)) ?? [];
      const got = figure?.(...(pattern?.exec(label)?.slice(1) ?? [])) ?? NaN;
      expect(got).to.be.closeTo(computed, 1e-9);
      expect(Math.abs(got - claimed) <= 0.5 * 10 ** -decimals + 1e-12).to.equal(reproduced);
    });
});
