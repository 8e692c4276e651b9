import { expect } from 'chai';
import { readStudy, studySteps } from '../../../src/study/read';
import { finished, type Steps } from '../../../src/util/steps';
import { inSlices } from '../../../src/vscode/knowledge/inSlices';
import { largeStudy } from '../../bench/largeStudy';

function* counting(to: number): Steps<number> {
  for (let i = 0; i < to; i++) yield;
  return to;
}

describe('work in slices', () => {
  it('gives what it gives at once', async () => {
    expect(await inSlices(counting(1000), 0, new AbortController().signal)).to.equal(
      finished(counting(1000)),
    );
  });

  it('lets other work take its turn', async () => {
    let turns = 0;
    const turn = setInterval(() => turns++, 0);
    await inSlices(studySteps(largeStudy().repeat(3)), 0, new AbortController().signal);
    clearInterval(turn);
    expect(turns).to.be.above(1);
  });

  it('ends where nobody wants it any more', async () => {
    const control = new AbortController();
    const work = inSlices(counting(1e9), 0, control.signal);
    control.abort();
    expect(await work).to.equal(undefined);
  });
});

describe('a study read in steps', () => {
  it('is the study read at once', () => {
    const text = largeStudy();
    const [steps, once] = [finished(studySteps(text)), readStudy(text)];
    expect(steps.study).to.deep.equal(once.study);
    expect(steps.diagnostics).to.deep.equal(once.diagnostics);
  });
});
