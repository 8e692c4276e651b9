import { expect } from 'chai';
import { beyondNoise, distanceOf, rulerEnd, sayVerdict } from '../../../../src/chart/cell/distance';
import type { Distance } from '../../../../src/chart/cell/distance';
import { aCell, withoutHumans } from '../../../fakes/resultsBuilders';

function aDistance(value: number, q95 = 0.05): Distance {
  return { name: 'W', value, convention: '', floor: { mean: 0.02, q95, p: 0.0004, excess: value - 0.02 } };
}

describe('the distance of a cell', () => {
  it('is W on the stated range', () => {
    expect(distanceOf(aCell())).to.include({ name: 'W', value: 0.027, convention: 'stated, 1–7' });
  });
  it('is W on the observed range where none is stated', () => {
    const cell = aCell({
      range: null,
      w1: { stated: null, observed: 0.4, observedClipped: 0.3, raw: 9 },
      floor: null,
    });
    expect(distanceOf(cell)).to.include({ name: 'W', value: 0.4, convention: 'observed range' });
  });
  it('is total variation where answers have no order', () => {
    expect(distanceOf(aCell({ type: 'nominal', w1: null, tvd: 0.2 }))).to.include({
      name: 'TVD',
      value: 0.2,
    });
  });
  it('is none without human answers', () => {
    expect(distanceOf(withoutHumans(aCell()))).to.equal(undefined);
  });
  it('is within noise up to and including q95', () => {
    expect([beyondNoise(aDistance(0.05)), beyondNoise(aDistance(0.0501))]).to.deep.equal([false, true]);
    expect(sayVerdict(aDistance(0.05))).to.equal('not distinguishable at this n');
    expect(sayVerdict(aDistance(0.06))).to.equal('p < .001');
    expect(sayVerdict({ ...aDistance(0.06), floor: null })).to.equal('no noise floor');
  });
  it('lies on an axis whose end is round and holds all', () => {
    expect([
      rulerEnd([aDistance(0.12), undefined]),
      rulerEnd([aDistance(0.01, 0.21)]),
      rulerEnd([]),
    ]).to.deep.equal([0.15, 0.3, 0.05]);
  });
});
