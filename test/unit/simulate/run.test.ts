import { expect } from 'chai';
import { makePlan } from '../../../src/simulate/plan';
import type { RunCounts, RunEvent, RunPorts, RunSignals } from '../../../src/simulate/ports';
import { run } from '../../../src/simulate/run';
import { runSettings } from '../../../src/simulate/settings';
import type { AnswerRecord, ModelCall, RunSettings } from '../../../src/simulate/types';
import type { VignetteError } from '../../../src/util/errors';
import { VignetteError as Problem } from '../../../src/util/errors';
import { rng } from '../../../src/util/rng';
import { aHumanRow, aPerson, aStudy, humanData } from '../../fakes/builders';
import { fakeClock } from '../../fakes/fakeClock';
import { aText, fakeModel, someOptions, type FakeModel } from '../../fakes/fakeModel';
import { memoryCache, memoryJournal } from '../../fakes/memoryRun';

const study = aStudy();

/** `n` people with personas of their own, each in one arm. */
function people(n: number, age = (i: number) => String(20 + i)) {
  return humanData(
    Array.from({ length: n }, (_, i) =>
      aHumanRow(aPerson(`p${i}`, { age: age(i) }), i % 2 === 0 ? 'gain' : 'loss', { choice: 3 }),
    ),
  );
}

function planOf(n: number, overrides: Partial<RunSettings> = {}, age?: (i: number) => string) {
  return makePlan(study, people(n, age), runSettings(study, overrides));
}

function ports(model: FakeModel | undefined, change: Partial<RunPorts> = {}): RunPorts {
  return {
    model,
    cache: memoryCache(),
    journal: memoryJournal(),
    clock: fakeClock({ auto: true }),
    budget: { usd: undefined, calls: undefined, tokens: undefined },
    concurrency: undefined,
    ...change,
  };
}

function signals(): RunSignals & { readonly stopIt: () => void; readonly forceIt: () => void } {
  const [stop, force] = [new AbortController(), new AbortController()];
  return {
    stop: stop.signal,
    force: force.signal,
    stopIt: () => stop.abort(),
    forceIt: () => force.abort(),
  };
}

interface Outcome {
  readonly records: readonly AnswerRecord[];
  readonly counts: RunCounts;
  readonly complete: boolean;
  readonly why: string | undefined;
  readonly events: readonly RunEvent[];
}

async function finish(
  events: AsyncIterable<RunEvent>,
  onEvent?: (event: RunEvent) => void,
): Promise<Outcome> {
  const all: RunEvent[] = [];
  for await (const event of events) {
    all.push(event);
    onEvent?.(event);
  }
  const end = all.at(-1);
  if (end?.kind !== 'end') throw new Error('no end');
  const records = all.flatMap((event) => (event.kind === 'answer' ? [event.record] : []));
  return { ...end, records: inOrder(records), events: all };
}

function inOrder(records: readonly AnswerRecord[]): readonly AnswerRecord[] {
  return [...records].sort((a, b) => a.index - b.index);
}

/** What must not depend on when replies arrive. */
function withoutTimes(records: readonly AnswerRecord[]): readonly unknown[] {
  return inOrder(records).map((record) => ({ ...record, ms: 0 }));
}

async function errorOf(work: Promise<unknown>): Promise<VignetteError> {
  return work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: VignetteError) => error,
  );
}

/** A reply that follows from the call alone, unreadable for one in eight calls. */
function byCall(call: ModelCall) {
  const text = JSON.stringify(call);
  const random = rng('reply', text);
  if (call.kind === 'options') return someOptions(call.codes.map(() => random.uniform() / call.codes.length));
  return aText(random.below(8) === 0 ? 'perhaps' : String(1 + random.below(7)));
}

describe('a run', () => {
  it('answers every task once, writes it to the journal and tells it', async () => {
    const model = fakeModel({ reply: () => aText('3') });
    const journal = memoryJournal();
    const { records, counts, complete, why } = await finish(
      run(planOf(20), ports(model, { journal }), signals()),
    );
    expect(records.map(({ index }) => index)).to.deep.equal(Array.from({ length: 20 }, (_, i) => i));
    expect(records[0]).to.deep.include({
      person: 'p0',
      condition: 'gain',
      outcome: 'choice',
      raw: '3',
      retries: 0,
    });
    expect({ complete, why }).to.deep.equal({ complete: true, why: undefined });
    expect(counts).to.deep.equal({
      answers: 20,
      requests: 20,
      cached: 0,
      merged: 0,
      failed: 0,
      retried: 0,
      usage: { in: 2000, out: 40, usd: null },
    });
    expect(inOrder(journal.records)).to.deep.equal(records);
    expect(journal.prompts.get(records[0]?.prompt ?? '')).to.deep.equal(model.calls[0]?.messages);
  });

  it('ends with the same records for any order of arrival', async () => {
    const outcomes = [];
    for (const strategy of ['direct', 'logprob'] as const)
      for (const order of ['a', 'b', 'c']) {
        const clock = fakeClock();
        const delayMs = (_: ModelCall, nth: number) => 1 + rng(order, nth).below(500);
        const model = fakeModel({ clock, delayMs, reply: byCall, limit: order === 'a' ? 1 : 7 });
        const plan = planOf(60, { strategy }, (i) => String(i % 5));
        let over = false;
        const finished = finish(run(plan, ports(model, { clock }), signals())).finally(() => (over = true));
        while (!over) await clock.advance(100);
        outcomes.push({ strategy, records: withoutTimes((await finished).records) });
      }
    const [direct, directAgain, directOnceMore, logprob, ...others] = outcomes;
    expect(directAgain).to.deep.equal(direct);
    expect(directOnceMore).to.deep.equal(direct);
    for (const other of others) expect(other).to.deep.equal(logprob);
  });

  it('keeps as many calls in flight as the model and the user allow', async () => {
    const clock = fakeClock();
    for (const [limit, concurrency, expected] of [
      [5, undefined, 5],
      [5, 2, 2],
      [0, undefined, 1],
    ] as const) {
      const model = fakeModel({ clock, delayMs: () => 10, limit });
      let over = false;
      const finished = finish(run(planOf(20), ports(model, { clock, concurrency }), signals())).finally(
        () => (over = true),
      );
      while (!over) await clock.advance(10);
      await finished;
      expect(model.busiest).to.equal(expected);
    }
  });

  it('asks again for a reply that cannot be read, with another seed, and keeps the failure after three retries', async () => {
    const model = fakeModel({ reply: () => aText('no idea') });
    const plan = planOf(1, { conditions: ['gain'] });
    const { records, counts } = await finish(run(plan, ports(model), signals()));
    expect(model.calls.map((call) => call.messages)).to.deep.equal(Array(4).fill(model.calls[0]?.messages));
    expect(new Set(model.calls.map((call) => call.kind === 'text' && call.sampling.seed)).size).to.equal(4);
    expect(records[0]).to.deep.include({
      result: { kind: 'failure', reason: 'not-a-number', raw: 'no idea' },
      retries: 3,
      usage: { in: 400, out: 8, cachedIn: 0 },
    });
    expect(counts).to.include({ failed: 1, retried: 3, requests: 4, answers: 1 });
  });

  it('draws the answers of people with equal personas from one call', async () => {
    const model = fakeModel({ reply: byCall });
    const plan = planOf(100, { strategy: 'logprob' }, () => '30');
    const { records, counts } = await finish(run(plan, ports(model), signals()));
    expect(model.calls).to.have.length(2);
    expect(counts).to.include({ answers: 100, requests: 2, merged: 98, cached: 0 });
    expect(counts.usage.in).to.equal(200);
    const codes = new Set(records.map(({ result }) => (result.kind === 'answer' ? result.code : undefined)));
    expect(codes.size).to.be.greaterThan(2);
  });

  it('keeps sampled calls with equal messages apart', async () => {
    const model = fakeModel();
    const { counts } = await finish(
      run(
        planOf(10, {}, () => '30'),
        ports(model),
        signals(),
      ),
    );
    expect(counts.requests).to.equal(10);
    const seeds = model.calls.map((call) => (call.kind === 'text' ? call.sampling.seed : undefined));
    expect(new Set(seeds).size).to.equal(5);
  });

  it('puts nothing that names a respondent or an answer of a human into a prompt', async () => {
    const canary = humanData([aHumanRow(aPerson('CANARY', { age: '30' }, 0.4321), 'gain', { choice: 7 })]);
    const model = fakeModel();
    const plan = makePlan(study, canary, runSettings(study, { conditions: ['gain'] }));
    await finish(run(plan, ports(model), signals()));
    expect(JSON.stringify(model.calls)).not.to.match(/CANARY|0\.4321/);
  });

  it('needs no model for a baseline', async () => {
    const plan = planOf(30, { strategy: 'baseline' });
    const { records, counts } = await finish(run(plan, ports(undefined), signals()));
    expect(records).to.have.length(30);
    expect(records[0]).to.deep.include({ prompt: '', raw: undefined, cached: false });
    expect(counts).to.deep.include({ requests: 0, usage: { in: 0, out: 0, usd: 0 } });
    const error = await errorOf(finish(run(planOf(1), ports(undefined), signals())));
    expect(error.code).to.equal('run/no-model');
  });

  it('tells its progress at most four times a second', async () => {
    const clock = fakeClock();
    const model = fakeModel({ clock, delayMs: () => 100, limit: 1, price: { in: 1, out: 10 } });
    let over = false;
    const finished = finish(run(planOf(20), ports(model, { clock }), signals())).finally(() => (over = true));
    while (!over) await clock.advance(100);
    const progress = (await finished).events.flatMap((event) =>
      event.kind === 'progress' ? [event.progress] : [],
    );
    expect(progress.length).to.be.within(7, 9);
    expect(progress.at(-1)).to.deep.include({ total: 20, answered: 20, failed: 0, rate: 10, limit: 1 });
    expect(progress.at(-1)?.usd).to.be.closeTo((2000 * 1 + 40 * 10) / 1e6, 1e-12);
  });
});

describe('the cache of a run', () => {
  it('answers what it knows without asking, also when the budget is nothing', async () => {
    const cache = memoryCache();
    const first = await finish(run(planOf(30), ports(fakeModel({ reply: byCall }), { cache }), signals()));
    const model = fakeModel();
    const budget = { usd: undefined, calls: 0, tokens: undefined };
    const again = await finish(run(planOf(40), ports(model, { cache, budget }), signals()));
    expect(model.calls).to.have.length(0);
    expect(again.counts).to.include({ answers: 30, cached: 30, requests: 0 });
    expect(again.complete).to.equal(false);
    expect(again.why).to.equal('The budget of 0 calls is reached. Raise it to go on.');
    expect(first.counts.cached).to.equal(0);
  });

  it('answers what it knows before anything is asked', async () => {
    const cache = memoryCache();
    await finish(run(planOf(10), ports(fakeModel(), { cache }), signals()));
    const bigger = await finish(run(planOf(30), ports(fakeModel({ limit: 1 }), { cache }), signals()));
    const told = bigger.events.flatMap((event) => (event.kind === 'answer' ? [event.record.cached] : []));
    expect(told.slice(0, 10)).to.deep.equal(Array(10).fill(true));
    expect(told.slice(10)).to.deep.equal(Array(20).fill(false));
  });

  it('gives the same answers, retries included', async () => {
    const cache = memoryCache();
    const model = fakeModel({ reply: byCall });
    const first = await finish(run(planOf(60), ports(model, { cache }), signals()));
    const again = await finish(run(planOf(60), ports(fakeModel(), { cache }), signals()));
    const results = (outcome: Outcome) => outcome.records.map(({ result, retries }) => ({ result, retries }));
    expect(results(again)).to.deep.equal(results(first));
    expect(first.counts.retried).to.be.greaterThan(0);
    expect(again.counts).to.include({ requests: 0, cached: 60, retried: 0 });
  });
});

describe('a run that was cut off', () => {
  for (const strategy of ['direct', 'logprob'] as const)
    it(`ends with the records of one that never stopped (${strategy})`, async () => {
      const plan = () => planOf(60, { strategy }, (i) => String(i % 7));
      const whole = await finish(run(plan(), ports(fakeModel({ reply: byCall })), signals()));
      for (const cut of [1, 10, 37]) {
        const journal = memoryJournal();
        const cache = memoryCache();
        const leaving = run(plan(), ports(fakeModel({ reply: byCall }), { journal, cache }), signals());
        let told = 0;
        for await (const event of leaving) if (event.kind === 'answer' && (told += 1) === cut) break;
        expect(journal.records.length).to.be.at.least(cut);
        const left = memoryJournal(journal.records);
        const rest = await finish(
          run(plan(), ports(fakeModel({ reply: byCall }), { journal: left, cache }), signals()),
        );
        expect(withoutTimes(left.records)).to.deep.equal(withoutTimes(whole.records));
        expect(rest.counts).to.deep.equal(whole.counts);
        expect(rest.records.length).to.equal(60 - journal.records.length);
      }
    });

  it('is not resumed with another plan', async () => {
    const journal = memoryJournal();
    await finish(run(planOf(10), ports(fakeModel(), { journal }), signals()));
    const other = ports(fakeModel(), { journal: memoryJournal(journal.records) });
    const error = await errorOf(finish(run(planOf(10, { conditions: ['loss'] }), other, signals())));
    expect(error.code).to.equal('run/plan-differs');
  });
});

describe('ending a run early', () => {
  it('stops gracefully: what is in flight finishes, nothing else starts', async () => {
    const clock = fakeClock();
    const model = fakeModel({ clock, delayMs: () => 100, limit: 3 });
    const signal = signals();
    const finished = finish(run(planOf(20), ports(model, { clock }), signal));
    await clock.advance(150);
    signal.stopIt();
    await clock.advance(1000);
    const { counts, complete, why } = await finished;
    expect(counts.answers).to.equal(6);
    expect(model.calls).to.have.length(6);
    expect({ complete, why }).to.deep.equal({ complete: false, why: 'The run was stopped.' });
  });

  it('abandons what is in flight when forced', async () => {
    const clock = fakeClock();
    const model = fakeModel({ clock, delayMs: () => 100, limit: 3 });
    const signal = signals();
    const finished = finish(run(planOf(20), ports(model, { clock }), signal));
    await clock.advance(150);
    signal.stopIt();
    signal.forceIt();
    const { counts, complete } = await finished;
    expect(counts.answers).to.equal(3);
    expect(complete).to.equal(false);
  });

  it('keeps a budget of calls, retries counted', async () => {
    const model = fakeModel({ reply: (_, nth) => aText(nth === 0 ? 'what' : '3'), limit: 8 });
    const budget = { usd: undefined, calls: 10, tokens: undefined };
    const { counts, why, complete } = await finish(run(planOf(40), ports(model, { budget }), signals()));
    expect(model.calls).to.have.length(10);
    expect(counts.requests).to.equal(10);
    expect(complete).to.equal(false);
    expect(why).to.equal('The budget of 10 calls is reached. Raise it to go on.');
  });

  it('keeps a budget of dollars, what is in flight counted as if it cost all it may', async () => {
    const price = { in: 1000, out: 1000 };
    const model = fakeModel({ price, limit: 8, reply: () => aText('3', { in: 100, out: 1, cachedIn: 0 }) });
    const budget = { usd: 1, calls: undefined, tokens: undefined };
    const { counts, why } = await finish(run(planOf(40), ports(model, { budget }), signals()));
    expect(counts.usage.usd).to.be.within(0.6, 1);
    expect(why).to.contain('$1');
    const unknown = await errorOf(finish(run(planOf(1), ports(fakeModel(), { budget }), signals())));
    expect(unknown.code).to.equal('budget/no-price');
  });

  it('counts what an earlier process spent', async () => {
    const budget = { usd: undefined, calls: 10, tokens: undefined };
    const journal = memoryJournal();
    const cache = memoryCache();
    await finish(run(planOf(40), ports(fakeModel(), { budget, journal, cache }), signals()));
    const model = fakeModel();
    const resumed = ports(model, {
      budget: { ...budget, calls: 15 },
      journal: memoryJournal(journal.records),
      cache,
    });
    const { counts } = await finish(run(planOf(40), resumed, signals()));
    expect(model.calls).to.have.length(5);
    expect(counts.answers).to.equal(15);
  });

  it('stops when more than a fifth of the first 50 cannot be read, and goes on when resumed', async () => {
    const journal = memoryJournal();
    const bad = fakeModel({ reply: () => aText('hm'), limit: 1 });
    const { counts, complete, why } = await finish(run(planOf(100), ports(bad, { journal }), signals()));
    expect(complete).to.equal(false);
    expect(counts.failed).to.be.within(11, 13);
    expect(why).to.contain('run/too-many-failures');
    const resumed = ports(fakeModel(), { journal: memoryJournal(journal.records) });
    const rest = await finish(run(planOf(100), resumed, signals()));
    expect(rest.complete).to.equal(true);
    expect(rest.counts.failed).to.equal(counts.failed);
  });

  it('has at most 50 calls in flight until the first 50 are judged, so that stopping saves something', async () => {
    const bad = fakeModel({ reply: () => aText('hm'), limit: 1000 });
    const { complete } = await finish(run(planOf(200), ports(bad), signals()));
    expect(complete).to.equal(false);
    expect(bad.busiest).to.equal(50);
  });

  it('lets ten failures in the first 50 pass', async () => {
    const model = fakeModel({
      reply: (call) => aText(failing.has(JSON.stringify(call.messages)) ? 'x' : '3'),
    });
    const failing = new Set<string>();
    const reference = fakeModel();
    await finish(run(planOf(100), ports(reference), signals()));
    for (const call of reference.calls.slice(0, 10)) failing.add(JSON.stringify(call.messages));
    const { complete, counts } = await finish(run(planOf(100), ports(model), signals()));
    expect({ complete, failed: counts.failed }).to.deep.equal({ complete: true, failed: 10 });
  });

  it('ends with the cause when the endpoint refuses, and keeps what was answered', async () => {
    const refusal = new Problem({
      code: 'model/quota',
      message: 'No quota left.',
      help: 'Add credit.',
      audience: 'endpoint',
    });
    const journal = memoryJournal();
    const model = fakeModel({ reply: (_, nth) => (nth === 10 ? refusal : aText('3')) });
    const error = await errorOf(finish(run(planOf(40), ports(model, { journal }), signals())));
    expect(error).to.equal(refusal);
    expect(journal.records.length).to.be.within(10, 14);
  });

  it('ends with the cause when the journal cannot be written', async () => {
    const journal = memoryJournal();
    journal.failWith(
      new Problem({ code: 'file/disk-full', message: 'Full.', help: '', audience: 'incomplete' }),
    );
    const error = await errorOf(finish(run(planOf(10), ports(fakeModel(), { journal }), signals())));
    expect(error.code).to.equal('file/disk-full');
  });

  it('leaves no call behind when its consumer leaves', async () => {
    const clock = fakeClock();
    const model = fakeModel({ clock, delayMs: (_, nth) => 10 * (nth + 1), limit: 5 });
    const journal = memoryJournal();
    const leaving = (async () => {
      for await (const event of run(planOf(40), ports(model, { clock, journal }), signals()))
        if (event.kind === 'answer') break;
    })();
    await clock.advance(1000);
    await leaving;
    expect(clock.sleeping()).to.equal(0);
    expect(journal.records.length).to.equal(model.calls.length);
  });
});
