import { expect } from 'chai';
import { columns, cut, widthOf, wrap } from '../../../src/cli/output/columns';
import { paintFor } from '../../../src/cli/output/paint';
import { progressLine, progressOn } from '../../../src/cli/output/progress';
import { fakeClock } from '../../fakes/fakeClock';

const progress = {
  total: 400,
  answered: 100,
  failed: 2,
  cached: 10,
  rate: 2.34,
  usd: 0.02,
  secondsLeft: 128,
  limit: 8,
};

function sink(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => void written.push(text) };
}

describe('text on a terminal', () => {
  it('counts wide letters twice, marks and colours not at all', () => {
    expect(widthOf('調査')).to.equal(4);
    expect(widthOf('e\u0301')).to.equal(1);
    expect(widthOf('\u001B[31mred\u001B[39m')).to.equal(3);
  });
  it('puts numbers of a column under each other', () => {
    expect(
      columns(
        [
          ['gain', '1.5'],
          ['mortality', '12.5'],
        ],
        [1],
      ),
    ).to.deep.equal(['gain        1.5', 'mortality  12.5']);
  });
  it('cuts what is too long, on one line', () => {
    expect(cut('one\ntwo three', 8)).to.equal('one two…');
    expect(cut('short', 8)).to.equal('short');
  });
  it('wraps words', () => {
    expect(wrap('one two three', 8, '  ')).to.equal('  one\n  two\n  three');
  });
  it('has colours on a terminal only, and never with NO_COLOR', () => {
    expect(paintFor(true, {})('red', 'x')).to.equal('\u001B[31mx\u001B[39m');
    expect(paintFor(false, {})('red', 'x')).to.equal('x');
    expect(paintFor(true, { NO_COLOR: '1' })('red', 'x')).to.equal('x');
  });
});

describe('progress of a run', () => {
  it('says rate, failures, cost and time left', () => {
    expect(progressLine(progress)).to.equal(
      '██████░░░░░░░░░░░░░░░░░░ 100 of 400 · 10 cached · 2.3/s · 2 failed · $0.02 · ~2 min left',
    );
  });
  it('is one line that is written over on a terminal', () => {
    const err = sink(true);
    const shown = progressOn(err, fakeClock(), { progress: true, lines: true });
    shown.progress(progress);
    shown.progress(progress);
    shown.say('Done');
    expect(err.written.at(-2)).to.equal('\r\u001B[2K');
    expect(err.written.at(-1)).to.equal('Done\n');
  });
  it('is a line every ten seconds elsewhere', async () => {
    const err = sink(false);
    const clock = fakeClock({ startMs: 1_000_000 });
    const shown = progressOn(err, clock, { progress: true, lines: true });
    shown.progress(progress);
    await clock.advance(10_000);
    shown.progress(progress);
    shown.progress(progress);
    expect(err.written).to.deep.equal([`${progressLine(progress)}\n`]);
  });
  it('is silent where it is not wanted', () => {
    const err = sink(true);
    progressOn(err, fakeClock(), { progress: false, lines: true }).progress(progress);
    progressOn(err, fakeClock(), { progress: true, lines: false }).say('x');
    expect(err.written).to.deep.equal([]);
  });
});
