import { expect } from 'chai';
import { dotPlotScene, sharesDotPlot, shownLevel } from '../../../src/chart/sharesDotPlot';
import { aBinaryCell, observedCounts, withoutHumans } from '../../fakes/resultsBuilders';
import { marksOf, textsOf } from './svg';

const style = { width: 680, stamp: null };

describe('the dot plot of a binary outcome', () => {
  it('shows the share of the last option', () => {
    expect(shownLevel(aBinaryCell())).to.deep.equal({ key: '1', name: 'Program B' });
  });
  it('puts the observed circle and its band where the share lies', () => {
    const scene = dotPlotScene([aBinaryCell()], style);
    const at = (share: number): number => 168 + share * (680 - 204 - 16 - 168);
    expect(marksOf(scene, 'm-o')[0]?.attributes['cx']).to.be.closeTo(at(350 / 882), 1e-9);
    const band = marksOf(scene, 'floor')[0]?.attributes ?? {};
    expect(band['x']).to.be.closeTo(at(350 / 882 - 0.045), 1e-9);
    expect(band['width']).to.be.closeTo(at(0.09) - at(0), 1e-9);
  });
  it('fills the predicted diamond beyond q95 only', () => {
    expect(marksOf(dotPlotScene([aBinaryCell()], style), 'm-pf').length).to.equal(1);
    const within = aBinaryCell({ floor: { mean: 0.02, q95: 0.06, p: 0.2, excess: 0.028 } });
    expect(marksOf(dotPlotScene([within], style), 'm-pf').length).to.equal(0);
  });
  it('says shares, distance, p and state beside the row', () => {
    const texts = textsOf(sharesDotPlot([aBinaryCell()], { ...style, stale: ['survival'] }));
    expect(texts).to.include.members([
      '34.9 %',
      '39.7 %',
      'W .048',
      ' (floor .019, q95 .045)',
      'p .039 · out of date',
    ]);
  });
  it('keeps the words when it is narrow', () => {
    const texts = textsOf(sharesDotPlot([aBinaryCell()], { ...style, width: 380 }));
    expect(texts).to.include.members([
      'Survival (gain) frame',
      'W .048',
      'p .039 · n 882 observed, 877 predicted',
    ]);
  });
  it('keeps its lines off the words when it is narrow', () => {
    const scene = dotPlotScene([aBinaryCell(), aBinaryCell()], { width: 380, stamp: 'no evidence' });
    const lines = marksOf(scene, 'axis').map((mark) => String(mark.attributes['d']));
    expect(lines).to.deep.equal(['M6 68 V114 ', 'M6 146 V192 ']);
    expect(marksOf(scene, 'stamp')[0]?.attributes['x']).to.equal(0.5);
  });
  it('keeps labels at the ends of the axis inside the picture', () => {
    const cell = aBinaryCell({ ...observedCounts([0, 50], [0, 1]), predicted: { 0: 1, 1: 0 } });
    const xs = marksOf(dotPlotScene([cell], style), 't-c').map((mark) => Number(mark.attributes['x']));
    expect(Math.max(...xs)).to.be.at.most(460);
    expect(Math.min(...xs)).to.be.at.least(168);
  });
  it('shows the predicted share alone without human answers', () => {
    const scene = dotPlotScene([withoutHumans(aBinaryCell())], style);
    expect(marksOf(scene, 'm-o')).to.deep.equal([]);
    expect(scene.label).to.include('No W: there are no human answers');
  });
});
