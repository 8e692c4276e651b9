import { expect } from 'chai';
import { commonUnit, forestPlot, forestScene, sayEffect } from '../../../src/chart/forest';
import { anEffect } from '../../fakes/resultsBuilders';
import { marksOf, textsOf } from './svg';

const style = { width: 680, unit: 'points' as const, stamp: null, nameOf: () => 'Behavioural targeting' };
const published = { estimate: 3, se: null, ci: null, points: 50, pointsCi: null };

describe('the forest plot', () => {
  it('puts the observed circle on its points with its interval', () => {
    const scene = forestScene([anEffect()], style);
    const x = (points: number): number => 194 + (points / 80) * (454 - 194);
    expect(marksOf(scene, 'm-o')[0]?.attributes['cx']).to.be.closeTo(x(62.1), 1e-9);
    const d = String(marksOf(scene, 'ci')[0]?.attributes['d']);
    expect(d).to.equal(`M${Math.round(x(57.2) * 10) / 10} 13 H${Math.round(x(67) * 10) / 10} `);
  });
  it('draws a prediction without a calibrated interval as a bare open diamond', () => {
    const scene = forestScene([anEffect()], style);
    expect(marksOf(scene, 'm-p').length).to.equal(1);
    expect(marksOf(scene, 'cip')).to.deep.equal([]);
  });
  it('draws the published effect as an open triangle where there is one', () => {
    expect(marksOf(forestScene([anEffect({ published })], style), 'm-pub').length).to.equal(1);
    expect(marksOf(forestScene([anEffect()], style), 'm-pub')).to.deep.equal([]);
  });
  it('has a zero line', () => {
    expect(marksOf(forestScene([anEffect()], style), 'zero').length).to.equal(1);
  });
  it('says every number, in picture and text', () => {
    const scene = forestScene([anEffect({ published })], style);
    expect(scene.label).to.equal(
      'Behavioural targeting: published +50.0, observed +62.1 [+57.2, +67.0], predicted +71.6.',
    );
    const texts = textsOf(forestPlot([anEffect({ published })], style));
    expect(texts).to.include.members([
      '+62.1',
      ' [+57.2, +67.0] observed',
      '+71.6',
      ' predicted',
      ' published',
    ]);
  });
  it('can leave predictions out', () => {
    const scene = forestScene([anEffect()], { ...style, show: ['observed', 'published'] });
    expect(marksOf(scene, 'm-p')).to.deep.equal([]);
    expect(scene.label).not.to.include('predicted');
  });
  it('carries the stamp', () => {
    expect(textsOf(forestPlot([anEffect()], { ...style, stamp: 'baseline, no model' }))).to.include(
      'baseline, no model',
    );
  });
  it('falls back to answer levels where a scale has no stated range', () => {
    const raw = anEffect({ observed: { estimate: 12, se: 1, ci: [10, 14], points: null, pointsCi: null } });
    expect([commonUnit([anEffect()]), commonUnit([anEffect(), raw])]).to.deep.equal(['points', 'raw']);
    expect(sayEffect({ estimate: -1.087, ci: [-1.51, -0.68] }, 'raw')).to.equal('−1.09 [−1.51, −0.68]');
  });
});
