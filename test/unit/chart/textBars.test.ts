import { expect } from 'chai';
import { barPair, textBars } from '../../../src/chart/textBars';
import { aCell, withoutHumans } from '../../fakes/resultsBuilders';

describe('text bars', () => {
  it('give the largest share the full height and nothing the lowest sign', () => {
    expect(textBars({ 1: 0.5, 2: 0.25, 3: 0 }, [1, 2, 3], 0.5)).to.equal('█▅▁');
  });
  it('stand on one height scale for both distributions', () => {
    const cell = aCell({
      levels: [0, 1],
      predicted: { 0: 0.2, 1: 0.8 },
      observed: { 0: 0.6, 1: 0.4 },
      labels: [null, null],
    });
    expect(barPair(cell)).to.equal('▃█ · ▆▅');
  });
  it('are predicted alone without human answers', () => {
    expect(barPair(withoutHumans(aCell()))).to.equal('█▃▂▁▁▁▁');
  });
  it('are at most ten for a slider of 101 levels', () => {
    const levels = Array.from({ length: 101 }, (_, level) => level);
    const flat = Object.fromEntries(levels.map((level) => [String(level), 1 / 101]));
    const cell = aCell({ type: 'numeric', levels, labels: levels.map(() => null), predicted: flat });
    expect([...barPair(withoutHumans(cell))].length).to.equal(10);
  });
  it('are flat where there is nothing to show', () => {
    expect(textBars({}, [1, 2], 0)).to.equal('▁▁');
  });
});
