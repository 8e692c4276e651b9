import { expect } from 'chai';
import type { Movement } from '../../../src/chart/movement';
import { movementChart, movementScene } from '../../../src/chart/movement';
import { marksOf, textsOf } from './svg';

const style = {
  width: 680,
  stamp: null,
  columns: [
    { name: 'change', width: 60 },
    { name: 'adj. p', width: 60 },
  ],
  axis: { title: 'share answering Yes', unit: ' %', zero: false },
};

function aMovement(change: Partial<Movement> = {}): Movement {
  return {
    name: 'Negative frame',
    a: 40,
    b: 60,
    observed: 55,
    interval: [50, 60],
    moved: true,
    numbers: ['+20.0', '< .001'],
    ...change,
  };
}

describe('the chart of movements', () => {
  it('goes from an open A to a filled B', () => {
    const scene = movementScene([aMovement()], style);
    const x = (value: number): number => 166 + ((value - 40) / 20) * (544 - 166);
    expect(marksOf(scene, 'm-p')[0]?.attributes['cx']).to.be.closeTo(x(40), 1e-9);
    expect(marksOf(scene, 'm-pf')[0]?.attributes['cx']).to.be.closeTo(x(60), 1e-9);
    expect(marksOf(scene, 'tick').length).to.equal(1);
  });
  it('draws what moved heavier than what is within noise', () => {
    expect(marksOf(movementScene([aMovement()], style), 'move').length).to.equal(1);
    expect(marksOf(movementScene([aMovement({ moved: false })], style), 'move')).to.deep.equal([]);
  });
  it('says everything', () => {
    expect(movementScene([aMovement()], style).label).to.equal(
      'Negative frame: A 40 %, B 60 %, observed 55 %, change +20.0, adj. p < .001.',
    );
    expect(textsOf(movementChart([aMovement()], style))).to.include.members([
      '+20.0',
      '&lt; .001',
      'change',
      'adj. p',
    ]);
  });
  it('keeps the words when it is narrow', () => {
    expect(textsOf(movementChart([aMovement()], { ...style, width: 360 }))).to.include.members([
      'Negative frame',
      'change +20.0 · adj. p &lt; .001',
    ]);
  });
});
