import { expect } from 'chai';
import { estimate } from '../../../src/simulate/estimate';
import { makePlan } from '../../../src/simulate/plan';
import { run } from '../../../src/simulate/run';
import { runSettings } from '../../../src/simulate/settings';
import type { RunSettings } from '../../../src/simulate/types';
import { aHumanRow, aPerson, aStudy, humanData } from '../../fakes/builders';
import { fakeClock } from '../../fakes/fakeClock';
import { fakeIdentity, fakeModel } from '../../fakes/fakeModel';
import { memoryCache, memoryJournal } from '../../fakes/memoryRun';

const study = aStudy();

function planOf(n: number, overrides: Partial<RunSettings> = {}, age = (i: number) => String(i)) {
  const rows = Array.from({ length: n }, (_, i) =>
    aHumanRow(aPerson(`p${i}`, { age: age(i) }), i % 2 === 0 ? 'gain' : 'loss', { choice: 1 }),
  );
  return makePlan(study, humanData(rows), runSettings(study, overrides));
}

const unknown = { cached: () => false, identity: fakeIdentity, price: undefined };

describe('an estimate', () => {
  it('counts calls, tokens within a quarter, and cells', () => {
    const found = estimate(planOf(20), unknown);
    expect(found).to.deep.include({ calls: 20, cached: 0, merged: 0, usd: null, seconds: null });
    expect(found.tokens.out).to.deep.equal([20, 320]);
    const [low, high] = found.tokens.in;
    expect(high / low).to.be.within(1.6, 2);
    expect(found.byCell).to.deep.equal([
      { condition: 'gain', outcome: 'choice', item: null, answers: 10, cached: 0 },
      { condition: 'loss', outcome: 'choice', item: null, answers: 10, cached: 0 },
    ]);
  });

  it('prices the tokens and multiplies the seconds of a call', () => {
    const found = estimate(planOf(20), { ...unknown, price: { in: 10, out: 100 }, secondsPerCall: 2 });
    const { in: tokensIn, out } = found.tokens;
    expect(found.usd).to.deep.equal([
      (tokensIn[0] * 10 + out[0] * 100) / 1e6,
      (tokensIn[1] * 10 + out[1] * 100) / 1e6,
    ]);
    expect(found.seconds).to.deep.equal([28, 52]);
  });

  it('says what a run would then find in the cache', async () => {
    const cache = memoryCache();
    const cached = (key: string) => cache.get(key) !== undefined;
    const signal = new AbortController().signal;
    for (const strategy of ['direct', 'logprob'] as const) {
      const plan = planOf(20, { strategy, conditions: ['gain'] });
      const ports = {
        model: fakeModel(),
        cache,
        journal: memoryJournal(),
        clock: fakeClock({ auto: true }),
        budget: { usd: undefined, calls: undefined, tokens: undefined },
        concurrency: undefined,
      };
      const events = run(plan, ports, { stop: signal, force: signal })[Symbol.asyncIterator]();
      while (!(await events.next()).done);
      const found = estimate(planOf(20, { strategy }), { ...unknown, cached });
      expect(found).to.deep.include({ calls: 10, cached: 10, merged: 0 });
      expect(found.byCell.map((cell) => cell.cached)).to.deep.equal([10, 0]);
    }
  });

  it('counts equal calls of probabilities once', () => {
    const plan = planOf(20, { strategy: 'logprob' }, () => '30');
    expect(estimate(plan, unknown)).to.include({ calls: 2, merged: 18, cached: 0 });
  });

  it('costs nothing without a model', () => {
    const found = estimate(planOf(20, { strategy: 'baseline' }), { ...unknown, identity: undefined });
    expect(found).to.deep.include({ calls: 0, usd: [0, 0], seconds: [0, 0] });
  });

  it('looks at a part of a large plan and scales it up', () => {
    const plan = makePlan(study, undefined, runSettings(study, { respondents: 5_000 }));
    const found = estimate(plan, { ...unknown, cached: (key) => key < '8' });
    expect(found.calls + found.cached).to.equal(10_000);
    expect(found.cached / 10_000).to.be.closeTo(0.5, 0.05);
    expect(found.byCell.map(({ answers }) => answers)).to.deep.equal([5_000, 5_000]);
  }).timeout(30_000);
});
