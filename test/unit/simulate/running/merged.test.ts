import { expect } from 'chai';
import { makePlan, type Plan } from '../../../../src/simulate/plan';
import type { RunPorts } from '../../../../src/simulate/ports';
import { run } from '../../../../src/simulate/run';
import { runSettings } from '../../../../src/simulate/settings';
import type { StrategyName } from '../../../../src/study/types';
import type { AnswerRecord } from '../../../../src/simulate/types';
import { aHumanRow, anOrdinalScale, anOutcome, aPerson, aStudy, humanData } from '../../../fakes/builders';
import { fakeClock } from '../../../fakes/fakeClock';
import { aText, fakeModel, type FakeModel } from '../../../fakes/fakeModel';
import { rejection } from '../../../fakes/rejection';
import { memoryCache, memoryJournal } from '../../../fakes/memoryRun';

const study = aStudy({ outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 3 }) })] });
const human = humanData(
  Array.from({ length: 40 }, (_, i) => aHumanRow(aPerson(`p${i}`), 'gain', { choice: 2 })),
);
const shares = '{"1": 0.5, "2": 0.25, "3": 0.25}';

function plan(strategy: StrategyName): Plan {
  return makePlan(study, human, runSettings(study, { strategy, conditions: ['gain'] }));
}

async function answersOf(
  model: FakeModel,
  change: Partial<RunPorts> = {},
  strategy: StrategyName = 'marginal',
) {
  const records: AnswerRecord[] = [];
  const never = new AbortController().signal;
  const ports: RunPorts = {
    model,
    cache: memoryCache(),
    journal: memoryJournal(),
    clock: fakeClock({ auto: true }),
    budget: { usd: undefined, calls: undefined, tokens: undefined },
    concurrency: undefined,
    ...change,
  };
  for await (const event of run(plan(strategy), ports, { stop: never, force: never })) {
    if (event.kind === 'answer') records.push(event.record);
    if (event.kind === 'end') return { counts: event.counts, records: byIndex(records) };
  }
  throw new Error('no end');
}

function byIndex(records: readonly AnswerRecord[]): readonly AnswerRecord[] {
  return [...records].sort((a, b) => a.index - b.index);
}

describe('people who draw from one reply in words', () => {
  it('wait while a reply that cannot be read is asked for again, once for all of them', async () => {
    const model = fakeModel({ reply: (_call, nth) => aText(nth < 2 ? 'Most say 2.' : shares) });
    const { records, counts } = await answersOf(model);
    expect(model.calls).to.have.length(3);
    const seeds = model.calls.map((call) => call.kind === 'text' && call.sampling.seed);
    expect(new Set(seeds).size).to.equal(3);
    expect(counts).to.include({ answers: 40, failed: 0, requests: 3, merged: 39, retried: 2 });
    expect(counts.usage.in).to.equal(300);
    expect(records.map(({ retries }) => retries)).to.deep.equal(records.map(() => 2));
    expect(records.every(({ result }) => result.kind === 'answer')).to.equal(true);
  });

  it('all fail when no reply can be read, and the raw reply is kept once', async () => {
    const model = fakeModel({ reply: () => aText('Most say 2.') });
    const { records, counts } = await answersOf(model);
    expect(model.calls).to.have.length(4);
    expect(counts).to.include({ failed: 40, requests: 4 });
    expect(records.filter(({ raw }) => raw !== undefined).map(({ index }) => index)).to.deep.equal([0]);
    expect(records[0]?.result).to.deep.equal({ kind: 'failure', reason: 'malformed', raw: 'Most say 2.' });
  });

  it('are answered from the cache after its unreadable replies, without a call', async () => {
    const cache = memoryCache();
    const script = fakeModel({ reply: (_call, nth) => aText(nth < 2 ? 'Most say 2.' : shares) });
    const first = await answersOf(script, { cache });
    const silent = fakeModel({ reply: () => new Error('nothing should be asked') });
    const again = await answersOf(silent, { cache });
    expect(silent.calls).to.have.length(0);
    expect(again.records.map(({ result }) => result)).to.deep.equal(
      first.records.map(({ result }) => result),
    );
  });

  it('are not asked for again once the budget is spent', async () => {
    const model = fakeModel({ reply: () => aText('Most say 2.') });
    const budget = { usd: undefined, calls: 2, tokens: undefined };
    const { records } = await answersOf(model, { budget });
    expect(model.calls).to.have.length(2);
    expect(records).to.have.length(0);
  });

  it('are refused probabilities of tokens by a model that has none, before anything is asked', async () => {
    const model = fakeModel({ capabilities: { logprobs: false } });
    const error = await rejection(answersOf(model, {}, 'logprob'));
    expect([error.code, model.calls.length]).to.deep.equal(['model/no-logprobs', 0]);
    expect(error.help).to.contain('verbalize');
  });
});
