import { expect } from 'chai';
import { escapeXml, fitText, textWidth, wrapText } from '../../../../src/chart/draw/text';

describe('text in charts', () => {
  it('is escaped for elements and quoted attributes', () => {
    expect(escapeXml(`<a b="c" d='e'>&`)).to.equal('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });
  it('loses what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u001bc\ud800d')).to.equal('a\ufffdb\ufffdc\ufffdd');
    expect(escapeXml('😀')).to.equal('😀');
  });
  it('is cut with an ellipsis to its room', () => {
    const cut = fitText('Behavioural targeting, tracked, data leave the device', 100);
    expect(cut).to.match(/^Behavioural.*…$/);
    expect(textWidth(cut)).to.be.at.most(100);
    expect(fitText('short', 100)).to.equal('short');
  });
  it('is broken at spaces into no more lines than there is room for', () => {
    const lines = wrapText('Group-based interest targeting, data stay on the device', 178, 2);
    expect(lines).to.deep.equal(['Group-based interest targeting,', 'data stay on the device']);
    expect(wrapText('one two three four five six seven', 40, 2)[1]).to.match(/…$/);
    expect(wrapText('', 40, 2)).to.deep.equal([]);
  });
  it('does not hang on a word without end', () => {
    expect(wrapText('x'.repeat(500), 60, 3)[0]).to.match(/^x+…$/);
  });
});
