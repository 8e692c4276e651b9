import { expect } from 'chai';
import { binsOf, deviationOf, meanOf } from '../../../../src/chart/cell/bins';
import { aCell, withoutHumans } from '../../../fakes/resultsBuilders';

function aSlider(levels: readonly number[]): ReturnType<typeof aCell> {
  const even = Object.fromEntries(levels.map((level) => [String(level), 1 / levels.length]));
  const labels = levels.map(() => null);
  return aCell({
    type: 'numeric',
    range: null,
    levels,
    labels,
    predicted: even,
    observed: even,
    nEffective: 101,
  });
}

describe('the bars of a numeric scale', () => {
  const percent = Array.from({ length: 101 }, (_, level) => level);
  it('are ranges of equal round width, at most twenty', () => {
    const bins = binsOf(aSlider(percent));
    expect(bins.map((bin) => bin.code).slice(0, 3)).to.deep.equal(['0–4', '5–9', '10–14']);
    expect(bins.map((bin) => bin.code)[19]).to.equal('95–100');
    expect(bins.length).to.equal(20);
  });
  it('keep every answer', () => {
    const total = binsOf(aSlider(percent)).reduce((sum, bin) => sum + (bin.predicted ?? 0), 0);
    expect(total).to.be.closeTo(1, 1e-12);
  });
  it('have the Wilson interval of the range they stand for', () => {
    const interval = binsOf(aSlider(percent))[0]?.interval ?? [0, 0];
    expect(interval[0]).to.be.closeTo(0.0213, 5e-4);
    expect(interval[1]).to.be.closeTo(0.1107, 5e-4);
  });
  it('are never one level wide, so that the last one weighs little more', () => {
    const bins = binsOf(aSlider(Array.from({ length: 21 }, (_, level) => level)));
    expect(bins.map((bin) => bin.code)).to.include.members(['0–1', '18–20']);
  });
  it('cover negative and uneven values', () => {
    const bins = binsOf(aSlider(Array.from({ length: 60 }, (_, index) => -500 + index * index)));
    expect(bins.length).to.be.at.most(20);
    expect(bins[0]?.code).to.match(/^−500 to/);
  });
  it('are the levels themselves where these are few', () => {
    expect(binsOf(aSlider([0, 10, 20])).map((bin) => bin.code)).to.deep.equal(['0', '10', '20']);
  });
});

describe('the moments of a cell', () => {
  const cell = aCell({ levels: [1, 3], predicted: { 1: 0.25, 3: 0.75 }, observed: { 1: 0.5, 3: 0.5 } });
  it('weigh each code by its share', () => {
    expect(meanOf(cell, 'predicted')).to.equal(2.5);
    expect(deviationOf(cell, 'observed')).to.equal(1);
  });
  it('are unknown without answers or without order', () => {
    expect(meanOf(withoutHumans(cell), 'observed')).to.equal(undefined);
    expect(meanOf({ ...cell, nPredicted: 0 }, 'predicted')).to.equal(undefined);
    expect(meanOf({ ...cell, type: 'nominal' }, 'predicted')).to.equal(undefined);
  });
});
