import { expect } from 'chai';
import { cellScene } from '../../../src/chart/cellChart';
import { figureSvg } from '../../../src/chart/figure';
import { aCell } from '../../fakes/resultsBuilders';
import { attributesOf, textsOf } from './svg';

const scene = cellScene(aCell(), {
  width: 216,
  shareMax: 0.7,
  rulerEnd: 0.15,
  stamp: 'demonstration engine, not evidence',
});
const panel = {
  title: 'No advertising',
  note: 'nant · n 199',
  scene,
  lines: ['W .027 (floor .023, q95 .045)'],
};
const about = { title: 'violation', notes: ['Run 4 · gpt-4o · direct'], columns: 3 };

describe('a figure that leaves the editor', () => {
  it('carries title, n, distance, run and stamp in the picture', () => {
    const texts = textsOf(figureSvg([panel], about));
    expect(texts).to.include.members([
      'violation',
      'nant · n 199',
      'W .027 (floor .023, q95 .045)',
      'Run 4 · gpt-4o · direct',
      'demonstration engine, not evidence',
    ]);
  });
  it('has light colours of its own', () => {
    expect(figureSvg([panel], about))
      .to.include('#0063d3')
      .and.not.to.include('var(--');
  });
  it('keeps the charts of a row level when titles have one line or two', () => {
    const long = { ...panel, title: 'Behavioural targeting, tracked, data leave the device' };
    const inner = [...figureSvg([panel, long], about).matchAll(/translate\(0 ([\d.]+)\)/g)].map(
      (match) => match[1],
    );
    expect(inner).to.deep.equal(['45', '45']);
  });
  it('sets panels in columns and is as wide as they need', () => {
    const svg = figureSvg([panel, panel, panel, panel], about);
    expect(attributesOf(svg, 'width')[0]).to.equal(String(16 * 2 + 3 * 216 + 2 * 16));
    const moves = [...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    const panels = moves.filter((_, index) => index % 2 === 0);
    expect(panels.map(([x]) => x)).to.deep.equal([16, 248, 480, 16]);
    expect(panels[3]?.[1]).to.be.greaterThan(panels[0]?.[1] ?? Infinity);
  });
});
