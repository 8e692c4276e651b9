import { expect } from 'chai';
import { cellChart, cellScene, sharedAxes } from '../../../src/chart/cellChart';
import { aCell, withoutHumans } from '../../fakes/resultsBuilders';
import { attributesOf, marksOf, textsOf } from './svg';

const style = { width: 216, shareMax: 0.7, rulerEnd: 0.15, stamp: null };

describe('the chart of a cell', () => {
  it('draws a bar as high as its share on the common axis', () => {
    const bars = marksOf(cellScene(aCell(), style), 'b-p');
    expect(bars.length).to.equal(7);
    expect(bars[0]?.attributes['height']).to.be.closeTo((98 * 0.673) / 0.7, 1e-9);
    expect(bars[0]?.attributes['y']).to.be.closeTo(106 - (98 * 0.673) / 0.7, 1e-9);
  });
  it('draws predicted left of observed', () => {
    const scene = cellScene(aCell(), style);
    const left = Number(marksOf(scene, 'b-p')[2]?.attributes['x']);
    expect(Number(marksOf(scene, 'b-o')[2]?.attributes['x'])).to.be.greaterThan(left);
  });
  it('draws the Wilson interval of an observed share, not of a predicted one', () => {
    const scene = cellScene(aCell(), style);
    const y = (share: number): number => Math.round((106 - (98 * share) / 0.7) * 10) / 10;
    const interval = aCell().observedIntervals['1'] ?? [0, 0];
    expect(marksOf(scene, 'ci').length).to.equal(7);
    const drawn = String(marksOf(scene, 'ci')[0]?.attributes['d']);
    expect(drawn).to.match(new RegExp(`^M[\\d.]+ ${y(interval[1])} V${y(interval[0])} `));
  });
  it('fills the mark of W beyond q95 and leaves it open within', () => {
    const beyond = aCell({ w1: { stated: 0.09, observed: null, observedClipped: null, raw: 0.54 } });
    expect(marksOf(cellScene(beyond, style), 'm-pf').length).to.equal(1);
    expect(marksOf(cellScene(aCell(), style), 'm-pf').length).to.equal(0);
    const cx = Number(marksOf(cellScene(aCell(), style), 'm-p')[0]?.attributes['cx']);
    expect(cx).to.be.closeTo(28 + (0.027 / 0.15) * 180, 1e-9);
  });
  it('shades the floor up to its q95', () => {
    const floor = marksOf(cellScene(aCell(), style), 'floor')[0];
    expect(floor?.attributes['width']).to.be.closeTo((0.045 / 0.15) * 180, 1e-9);
  });
  it('shows predicted alone and says why there is no W without human answers', () => {
    const scene = cellScene(withoutHumans(aCell()), style);
    expect(marksOf(scene, 'b-o')).to.deep.equal([]);
    expect(marksOf(scene, 'floor')).to.deep.equal([]);
    expect(scene.label).to.include('No W: there are no human answers to compare with.');
  });
  it('says every number to those who do not see it', () => {
    const label = cellScene(aCell(), style).label;
    expect(label).to.include('n 199 observed, 199 predicted.');
    expect(label).to.include('1 not at all: predicted 67.3 %, observed 63.8 % [56.9, 70.2] %');
    expect(label).to.include('7 very much so: predicted 0.5 %, observed 2.0 %');
    expect(label).to.include('W .027 (floor .023, q95 .045), p .308, stated, 1–7.');
  });
  it('carries the stamp inside, in the picture and in its text', () => {
    const svg = cellChart(aCell(), { ...style, stamp: 'demonstration engine, not evidence' });
    expect(textsOf(svg)).to.include('demonstration engine, not evidence');
    expect(attributesOf(svg, 'aria-label')[0]).to.match(/^demonstration engine, not evidence\. /);
  });
  it('measures nominal answers by total variation and says so', () => {
    const cell = aCell({ type: 'nominal', range: null, w1: null, tvd: 0.12 });
    const scene = cellScene(cell, style);
    expect(scene.label).to.include('TVD .120 (floor .023, q95 .045)');
    expect(scene.label).not.to.include('Mean');
  });
  it('escapes hostile labels', () => {
    const cell = aCell({
      conditionLabel: '"><script>alert(1)</script>\u0000',
      labels: ['<b>', ...Array<null>(6).fill(null)],
    });
    const svg = cellChart(cell, { ...style, stamp: '<img src=x onerror=1>' });
    expect(svg).not.to.match(/<script|<img|<b>|\u0000/);
    expect(svg).to.include('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\ufffd');
  });
  it('shares axes that hold every cell', () => {
    const axes = sharedAxes([
      aCell(),
      aCell({ w1: { stated: 0.16, observed: null, observedClipped: null, raw: 1 } }),
    ]);
    expect(axes.shareMax).to.be.closeTo(0.702, 0.001);
    expect(axes.rulerEnd).to.equal(0.2);
  });
});
