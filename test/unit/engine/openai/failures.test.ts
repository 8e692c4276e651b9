import { expect } from 'chai';
import { settingsFor } from '../../../../src/engine/openai/settings';
import { rejection } from '../../../fakes/rejection';
import {
  badRequest,
  forbidden,
  quotaExhausted,
  rateLimited,
  serverError,
  text,
  unauthorised,
  type Behaviour,
} from '../../../fakes/scriptedReplies';
import { scriptedServer } from '../../../fakes/scriptedServer';
import { anEntry, aTextCall } from '../builders';
import { never, refusal, withModel } from './answering';
import { openaiModel } from '../../../../src/engine/openai/model';
import { fakeClock } from '../../../fakes/fakeClock';

/** Fails `times` times and then answers. */
function failing(times: number, behaviour: Behaviour) {
  return (_: unknown, n: number): Behaviour => (n < times ? behaviour : text('4'));
}

describe('an endpoint in trouble', () => {
  for (const [what, behaviour] of [
    ['an error of the server', serverError(500)],
    ['an overloaded server', serverError(503)],
    ['a connection that breaks in the middle of a reply', { kind: 'drop' }],
  ] as const)
    it(`is asked again up to five times after ${what}`, () =>
      withModel({ answer: failing(5, behaviour) }, async ({ model, server, clock }) => {
        expect(await model.ask(aTextCall(), never)).to.include({ text: '4' });
        expect(server.chats()).to.have.length(6);
        const waits = clock.slept.slice(0, 5);
        waits.forEach((ms, i) => expect(ms).to.be.within(250 * 2 ** i, 500 * 2 ** i));
      }));

  it('ends the call with its cause when five retries do not help', async () => {
    const error = await refusal({ answer: () => serverError(503) });
    expect(error).to.include({ code: 'model/server-error', audience: 'endpoint' });
    expect(error.message).to.match(/status 503.*The server had an error/);
  });

  it('is given up after its time-out', async () => {
    const settings = settingsFor(true, undefined);
    const deps = {
      settings: {
        transport: { ...settings.transport, totalMs: 30 },
        retry: { ...settings.retry, transient: 1 },
      },
    };
    const error = await withModel(
      { answer: () => ({ kind: 'hang' }) },
      async ({ model, server }) => {
        const thrown = await rejection(model.ask(aTextCall(), never));
        expect(server.chats()).to.have.length(2);
        return thrown;
      },
      { deps },
    );
    expect(error.code).to.equal('model/timeout');
  });

  it('that cannot be reached is named with the reason', async () => {
    const server = await scriptedServer();
    await server.close();
    const model = openaiModel(anEntry({ baseUrl: [server.baseUrl] }), {
      key: undefined,
      clock: fakeClock({ auto: true }),
    });
    const error = await rejection(model.ask(aTextCall(), never));
    expect(error.code).to.equal('model/unreachable');
    expect(error.message).to.contain(server.origin).and.contain('ECONNREFUSED');
    await model.dispose();
  });

  it('leaves the call at once when it is cancelled', () =>
    withModel({ answer: () => ({ kind: 'hang' }) }, async ({ model }) => {
      const cancel = new AbortController();
      const asked = rejection(model.ask(aTextCall(), cancel.signal));
      cancel.abort();
      expect((await asked).code).to.equal('run/cancelled');
    }));
});

describe('an endpoint that limits the rate', () => {
  it('is obeyed for the seconds it names', () =>
    withModel({ answer: failing(1, rateLimited({ 'retry-after': '7' })) }, async ({ model, clock }) => {
      expect(await model.ask(aTextCall(), never)).to.include({ text: '4' });
      expect(clock.slept).to.have.length(1);
      expect(clock.slept[0]).to.be.within(7000, 7700);
    }));

  it('is obeyed until the date it names', () => {
    const headers = { 'retry-after': 'Thu, 01 Jan 1970 00:00:12 GMT' };
    return withModel({ answer: failing(1, rateLimited(headers)) }, async ({ model, clock }) => {
      await model.ask(aTextCall(), never);
      expect(clock.slept[0]).to.be.within(12_000, 13_200);
    });
  });

  it('is waited for in doubling pauses where it names no time, with the limit halved each time and growing after', () =>
    withModel({ answer: failing(3, rateLimited()) }, async ({ model, clock }) => {
      await model.ask(aTextCall(), never);
      clock.slept.forEach((ms, i) => expect(ms).to.be.within(1000 * 2 ** i, 1100 * 2 ** i));
      expect(model.limitHistory().map(({ limit }) => limit)).to.deep.equal([8, 4, 2, 1, 3]);
    }));

  it('that asks to wait for hours ends the run, saying for how long', async () => {
    const error = await refusal({ answer: () => rateLimited({ 'retry-after': '86400' }) });
    expect(error.code).to.equal('model/rate-limited');
    expect(error.message).to.match(/1440 minutes/);
  });

  it('may speak of billing without being taken for one whose quota is used up', () => {
    const message = 'Rate limit reached. Add a payment method at https://example.org/account/billing.';
    const limited: Behaviour = { kind: 'status', status: 429, body: JSON.stringify({ error: { message } }) };
    return withModel({ answer: failing(1, limited) }, async ({ model }) => {
      expect(await model.ask(aTextCall(), never)).to.include({ text: '4' });
    });
  });
});

describe('an endpoint that refuses for good', () => {
  for (const [behaviour, code] of [
    [quotaExhausted(), 'model/quota'],
    [unauthorised(), 'model/unauthorised'],
    [forbidden(), 'model/forbidden'],
    [badRequest('Invalid messages.'), 'model/refused'],
    [badRequest('This model’s maximum context length is 4096 tokens.'), 'model/context-too-small'],
    [{ kind: 'status', status: 404, body: '' }, 'model/not-found'],
    [{ kind: 'status', status: 501, body: '' }, 'model/refused'],
  ] as const)
    it(`is asked once: ${code}`, () =>
      withModel({ answer: () => behaviour }, async ({ model, server }) => {
        expect(await rejection(model.ask(aTextCall(), never))).to.include({ code, audience: 'endpoint' });
        expect(server.chats()).to.have.length(1);
      }));
});

describe('an account without quota', () => {
  it('ends all calls that still wait for their turn, without asking for them', () =>
    withModel({ latencyMs: 1, answer: () => quotaExhausted() }, async ({ model, server }) => {
      const calls = Array.from({ length: 100 }, () => rejection(model.ask(aTextCall(), never)));
      expect(new Set((await Promise.all(calls)).map(({ code }) => code))).to.deep.equal(
        new Set(['model/quota']),
      );
      expect(server.chats()).to.have.length(8);
    }));
});

describe('several base URLs of one model', () => {
  it('share the calls, and a dead one is left out', async () => {
    const [one, two, dead] = [
      await scriptedServer({ latencyMs: 5 }),
      await scriptedServer({ latencyMs: 5 }),
      await scriptedServer(),
    ];
    await dead.close();
    const entry = anEntry({ baseUrl: [one.baseUrl, dead.baseUrl, two.baseUrl] });
    const model = openaiModel(entry, { key: undefined, clock: fakeClock({ auto: true }) });
    await Promise.all(Array.from({ length: 30 }, () => model.ask(aTextCall(), never)));
    expect(one.chats().length + two.chats().length).to.equal(30);
    expect(one.chats().length).to.be.within(8, 22);
    await model.dispose();
    await Promise.all([one.close(), two.close()]);
  });
});
