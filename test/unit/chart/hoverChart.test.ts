import { expect } from 'chai';
import { hoverChart } from '../../../src/chart/hoverChart';
import { aBinaryCell, aCell, withoutHumans } from '../../fakes/resultsBuilders';
import { attributesOf, textsOf } from './svg';

const plain = { dark: true, stamp: null, stale: false };

describe('the chart of a hover', () => {
  it('fits into 600 by 200 pixels and 10 kB', () => {
    const { svg } = hoverChart(aCell(), plain);
    expect([attributesOf(svg, 'width')[0], attributesOf(svg, 'height')[0]]).to.deep.equal(['600', '196']);
    expect(svg.length).to.be.lessThan(10_000);
  });
  it('has colours of its own, since no theme reaches it', () => {
    const dark = hoverChart(aCell(), plain).svg;
    const light = hoverChart(aCell(), { ...plain, dark: false }).svg;
    expect(dark).to.include('#59a4f9').and.not.to.include('var(--');
    expect(light).to.include('#0063d3').and.not.to.include('#59a4f9');
  });
  it('shows the distance, its floor, means, n and convention', () => {
    const texts = textsOf(hoverChart(aCell(), plain).svg);
    expect(texts).to.include.members(['W .027', '(floor .023, q95 .045)', '.308', '1.59', '1.74']);
    expect(texts).to.include.members([
      '199 predicted, 199 observed',
      'stated, 1–7',
      '1 not at all',
      '7 very much so',
    ]);
  });
  it('says when it is out of date, in picture and text', () => {
    const { svg, alt } = hoverChart(aCell(), { ...plain, stale: true });
    expect(textsOf(svg)).to.include('out of date');
    expect(alt).to.match(/Out of date\.$/);
  });
  it('carries the stamp inside the picture and at the head of the text', () => {
    const { svg, alt } = hoverChart(aCell(), { ...plain, stamp: 'demonstration engine, not evidence' });
    expect(textsOf(svg)).to.include('demonstration engine, not evidence');
    expect(alt).to.match(/^demonstration engine, not evidence\./);
  });
  it('shows one share of a binary outcome instead of two bars', () => {
    const { svg } = hoverChart(aBinaryCell(), plain);
    expect(svg).not.to.include('class="b-p"');
    expect(textsOf(svg)).to.include.members(['34.9 %', '39.7 %', 'share answering Program B']);
  });
  it('says why there is no W without human answers', () => {
    const { svg, alt } = hoverChart(withoutHumans(aCell()), plain);
    expect(textsOf(svg).join(' ')).to.include('No W: there are no human answers to compare with.');
    expect(alt).to.include('predicted only, n 199.');
  });
});
