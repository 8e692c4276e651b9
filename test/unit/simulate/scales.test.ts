import { expect } from 'chai';
import { estimate } from '../../../src/simulate/estimate';
import { makePlan, type Plan } from '../../../src/simulate/plan';
import type { RunPorts } from '../../../src/simulate/ports';
import { run } from '../../../src/simulate/run';
import { runSettings } from '../../../src/simulate/settings';
import type { AnswerRecord, ModelCall, ModelReply } from '../../../src/simulate/types';
import { readStudy } from '../../../src/study/read';
import { everyScaleStudy, surveyReply } from '../../fakes/everyScale';
import { fakeClock } from '../../fakes/fakeClock';
import { aText, fakeModel, type FakeModel } from '../../fakes/fakeModel';
import { memoryCache, memoryJournal } from '../../fakes/memoryRun';

const { study } = readStudy(everyScaleStudy);

function planOf(outcomes: readonly string[] = []): Plan {
  return makePlan(study, undefined, runSettings(study, { outcomes }));
}

async function finish(plan: Plan, model: FakeModel, change: Partial<RunPorts> = {}) {
  const signal = new AbortController().signal;
  const ports: RunPorts = {
    model,
    cache: memoryCache(),
    journal: memoryJournal(),
    clock: fakeClock({ auto: true }),
    budget: { usd: undefined, calls: undefined, tokens: undefined },
    concurrency: undefined,
    ...change,
  };
  const records: AnswerRecord[] = [];
  for await (const event of run(plan, ports, { stop: signal, force: signal })) {
    if (event.kind === 'answer') records.push(event.record);
    if (event.kind === 'end') return { ...event, records: [...records].sort((a, b) => a.index - b.index) };
  }
  throw new Error('no end');
}

const isCoder = (call: ModelCall) => (call.messages[0]?.content ?? '').startsWith('How positive');

/** A respondent who says `words`, and a coder who says what `coder` gives in turn. */
function asked(words: string, coder: readonly string[], change: { readonly limit?: number } = {}): FakeModel {
  let nth = 0;
  const reply = (call: ModelCall): ModelReply => {
    if (!isCoder(call)) return aText(words);
    nth += 1;
    return aText(coder[(nth - 1) % coder.length] ?? '');
  };
  return fakeModel({ reply, limit: 1, ...change });
}

describe('a run of a study with every type of scale', () => {
  it('reads each answer in its own form, and keeps the raw reply of what is none', async () => {
    const { records, complete } = await finish(planOf(), fakeModel({ reply: surveyReply }));
    expect(complete).to.equal(true);
    const kinds = (outcome: string) =>
      new Set(records.filter((record) => record.outcome === outcome).map(({ result }) => result.kind));
    for (const outcome of ['vote', 'trust', 'years', 'party', 'views.park', 'mood'])
      expect(kinds(outcome), outcome).to.include('answer');
    for (const outcome of ['use', 'order', 'spend']) expect(kinds(outcome), outcome).to.include('several');
    expect([...kinds('why')]).to.deep.equal(['words']);
    for (const { result, raw } of records)
      if (result.kind === 'failure') expect(result.raw).to.not.equal('');
      else expect(raw).to.be.a('string');
  });

  it('ends with the same answers when it is resumed from any part of them', async () => {
    const plan = planOf();
    const model = () => fakeModel({ reply: surveyReply });
    const whole = (await finish(plan, model())).records;
    const journal = memoryJournal(whole.filter(({ index }) => index % 3 === 1));
    const { complete } = await finish(plan, model(), { journal });
    const told = (records: readonly AnswerRecord[]) =>
      [...records].sort((a, b) => a.index - b.index).map((record) => ({ ...record, ms: 0 }));
    expect(complete).to.equal(true);
    expect(told(journal.records)).to.deep.equal(told(whole));
  });
});

describe('words that a rubric codes', () => {
  const plan = planOf(['mood']);

  it('become an answer on its scale, with the words beside it', async () => {
    const { records, counts } = await finish(plan, asked('I like it.', ['3']));
    expect(records[0]?.result).to.deep.include({ kind: 'answer', code: 3, text: 'I like it.' });
    expect(records[0]).to.deep.include({ raw: 'I like it.', coding: { raw: '3', calls: 1 } });
    expect(counts).to.include({ answers: 24, requests: 48, retried: 0 });
  });

  it('are shown to the coder without the person, the condition and the study', async () => {
    const model = asked('I like it.', ['3']);
    await finish(plan, model);
    const [call] = model.calls.filter(isCoder);
    expect(call?.messages).to.deep.equal([
      {
        role: 'user',
        content:
          'How positive is this text?\n\n"""\nI like it.\n"""\n\n1: Negative\n3: Positive\nAnswer with one number only: 1, 2 or 3.',
      },
    ]);
    expect(call?.kind === 'text' ? call.sampling : undefined).to.include({
      temperature: 0,
      topP: 1,
      seed: 0,
    });
  });

  it('are coded again while the coder gives no code', async () => {
    const { records, counts } = await finish(plan, asked('Fine.', ['Positive', '2']));
    expect(records[0]).to.deep.include({ retries: 0, coding: { raw: '2', calls: 2 } });
    expect(counts.requests).to.equal(24 * 3);
  });

  it('are a failure with what the coder said when it never gives one', async () => {
    const one = makePlan(study, undefined, runSettings(study, { outcomes: ['mood'], respondents: 1 }));
    const { records } = await finish(one, asked('Fine.', ['Positive']));
    expect(records[0]?.result).to.deep.equal({ kind: 'failure', reason: 'not-a-number', raw: 'Positive' });
    expect(records[0]).to.deep.include({ raw: 'Fine.', coding: { raw: 'Positive', calls: 4 } });
  });

  it('come from the cache with their codes', async () => {
    const cache = memoryCache();
    await finish(plan, asked('Fine.', ['2']), { cache });
    const { records, counts } = await finish(plan, fakeModel({ reply: () => new Error('asked') }), { cache });
    expect(counts).to.include({ answers: 24, requests: 0, cached: 24 });
    expect(records[0]?.result).to.deep.include({ code: 2, text: 'Fine.' });
  });

  it('count their coder in the budget, and are not kept half', async () => {
    const budget = { usd: undefined, calls: 5, tokens: undefined };
    const { counts, complete, why } = await finish(plan, asked('Fine.', ['2']), { budget });
    expect({ complete, answers: counts.answers }).to.deep.equal({ complete: false, answers: 2 });
    expect(why).to.include('5 calls');
  });

  it('are two calls each before the click', () => {
    const inputs = { cached: () => false, identity: undefined, price: { in: 0, out: 0 } };
    const { calls, tokens } = estimate(plan, inputs);
    expect(calls).to.equal(48);
    expect(tokens.out).to.deep.equal([48, 24 * (1024 + 16)]);
  });

  it('are no words when the reply was cut off', async () => {
    const long = fakeModel({ reply: () => aText('and so on', { in: 10, out: 1024, cachedIn: 0 }) });
    const { records } = await finish(plan, long);
    expect(records[0]?.result).to.deep.include({ kind: 'failure', reason: 'malformed' });
  });
});
