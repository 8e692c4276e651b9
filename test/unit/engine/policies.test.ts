import { expect } from 'chai';
import { makeCircuit } from '../../../src/engine/circuit';
import type { Failure } from '../../../src/engine/failure';
import { makePool } from '../../../src/engine/pool';
import { backoff, retryDefaults, withRetries } from '../../../src/engine/retry';
import { VignetteError } from '../../../src/util/errors';
import { rng } from '../../../src/util/rng';
import { fakeClock } from '../../fakes/fakeClock';
import { rejection } from '../../fakes/rejection';

const silent = (): void => undefined;
const never = new AbortController().signal;

function aProblem(code: string): VignetteError {
  return new VignetteError({
    code,
    message: `It failed: ${code}.`,
    help: 'Try again.',
    audience: 'endpoint',
  });
}

function aFailure(kind: Failure['kind'], retryAfterMs?: number): Failure {
  const error = aProblem(`model/${kind}`);
  return kind === 'final' ? { kind, of: 'call', error } : { kind, retryAfterMs, error };
}

describe('retries', () => {
  const ports = () => ({
    clock: fakeClock({ auto: true }),
    rng: rng('test'),
    settings: retryDefaults,
    onEvent: silent,
  });

  it('draw their wait between half and all of a doubling time, up to a bound', () => {
    const settings = { baseMs: 500, maxMs: 30_000 };
    const lowest = { uniform: () => 0, below: () => 0 };
    const highest = { uniform: () => 1, below: () => 0 };
    expect([0, 1, 2, 9].map((n) => backoff(n, settings, lowest))).to.deep.equal([250, 500, 1000, 15_000]);
    expect([0, 1, 2, 9].map((n) => backoff(n, settings, highest))).to.deep.equal([500, 1000, 2000, 30_000]);
  });

  it('wait as long as the server asks when that is longer', async () => {
    const given = ports();
    const outcomes = [
      { ok: false, failure: aFailure('transient', 9000) } as const,
      { ok: true, value: 1 } as const,
    ];
    expect(
      await withRetries(() => Promise.resolve(outcomes.shift() ?? { ok: true, value: 2 }), given, never),
    ).to.equal(1);
    expect(given.clock.slept).to.deep.equal([9000]);
  });

  it('of a final failure are none', async () => {
    let attempts = 0;
    const attempt = () => {
      attempts += 1;
      return Promise.resolve({ ok: false, failure: aFailure('final') } as const);
    };
    expect((await rejection(withRetries(attempt, ports(), never))).code).to.equal('model/final');
    expect(attempts).to.equal(1);
  });

  it('end when the work is cancelled while waiting', async () => {
    const cancel = new AbortController();
    const given = { ...ports(), clock: fakeClock() };
    const work = withRetries(
      () => Promise.resolve({ ok: false, failure: aFailure('transient') } as const),
      given,
      cancel.signal,
    );
    const ended = rejection(work);
    await given.clock.advance(100);
    cancel.abort();
    expect((await ended).code).to.equal('run/cancelled');
    expect(given.clock.sleeping()).to.equal(0);
  });

  it('after refusals for the rate end after twenty', async () => {
    let attempts = 0;
    const attempt = () => {
      attempts += 1;
      return Promise.resolve({ ok: false, failure: aFailure('rate-limited') } as const);
    };
    expect((await rejection(withRetries(attempt, ports(), never))).code).to.equal('model/rate-limited');
    expect(attempts).to.equal(21);
  });
});

describe('the circuit', () => {
  const settings = { failures: 3, overMs: 1000, unseen: { failures: 2, overMs: 100 } };

  it('opens with the cause once failures in a row have gone on long enough', async () => {
    const clock = fakeClock();
    const circuit = makeCircuit(clock, settings, silent);
    circuit.failed(aProblem('model/timeout'));
    circuit.failed(aProblem('model/timeout'));
    await clock.advance(1000);
    expect(() => circuit.check()).not.to.throw();
    circuit.failed(aProblem('model/unreachable'));
    expect(() => circuit.check())
      .to.throw(/3 attempts in a row failed/)
      .with.property('code', 'model/unreachable');
  });

  it('stays closed when many calls lose one connection at the same moment', () => {
    const circuit = makeCircuit(fakeClock(), settings, silent);
    for (let i = 0; i < 100; i++) circuit.failed(aProblem('model/unreachable'));
    expect(() => circuit.check()).not.to.throw();
  });

  it('opens soon when nothing has ever listened there, but not when connections break', async () => {
    const opened = async (nobody: boolean): Promise<boolean> => {
      const clock = fakeClock();
      const circuit = makeCircuit(clock, settings, silent);
      circuit.failed(aProblem('model/unreachable'), nobody);
      await clock.advance(100);
      circuit.failed(aProblem('model/unreachable'), nobody);
      try {
        circuit.check();
        return false;
      } catch {
        return true;
      }
    };
    expect(await opened(true)).to.equal(true);
    expect(await opened(false)).to.equal(false);
  });

  it('opens at once when the endpoint refuses whatever is asked', () => {
    const circuit = makeCircuit(fakeClock(), settings, silent);
    circuit.refused(aProblem('model/quota'));
    expect(() => circuit.check())
      .to.throw()
      .with.property('code', 'model/quota');
  });

  it('begins to count anew after a success', async () => {
    const clock = fakeClock();
    const circuit = makeCircuit(clock, settings, silent);
    for (let i = 0; i < 5; i++) {
      circuit.failed(aProblem('model/timeout'));
      circuit.failed(aProblem('model/timeout'));
      circuit.succeeded();
      await clock.advance(1000);
    }
    expect(() => circuit.check()).not.to.throw();
  });
});

describe('the pool of base URLs', () => {
  const settings = { failures: 2, restMs: 5000, maxMs: 8000 };

  function aPool(clock = fakeClock()) {
    return { clock, pool: makePool(['http://a', 'http://b'], clock, settings, silent) };
  }

  it('gives the least busy one', () => {
    const { pool } = aPool();
    const first = pool.pick();
    expect([first.url, pool.pick().url]).to.deep.equal(['http://a', 'http://b']);
    first.succeeded();
    expect(pool.pick().url).to.equal('http://a');
  });

  it('leaves a dead one out, tries it once after its rest, and takes it back when it answers', async () => {
    const { pool, clock } = aPool();
    const holds = [pool.pick(), pool.pick(), pool.pick()].filter(({ url }) => url === 'http://a');
    for (const hold of holds) hold.failed();
    expect([pool.pick().url, pool.pick().url]).to.deep.equal(['http://b', 'http://b']);
    await clock.advance(5000);
    const trial = pool.pick();
    expect([trial.url, pool.pick().url]).to.deep.equal(['http://a', 'http://b']);
    trial.succeeded();
    expect(pool.pick().url).to.equal('http://a');
  });

  it('lets one that stays dead rest longer, up to a bound', async () => {
    const { pool, clock } = aPool();
    for (const hold of [pool.pick(), pool.pick(), pool.pick()]) if (hold.url === 'http://a') hold.failed();
    await clock.advance(5000);
    pool.pick().failed();
    await clock.advance(7999);
    expect(pool.pick().url).to.equal('http://b');
    await clock.advance(1);
    expect(pool.pick().url).to.equal('http://a');
  });

  it('still gives one when all are dead', () => {
    const { pool } = aPool();
    for (const hold of Array.from({ length: 4 }, () => pool.pick())) hold.failed();
    expect(pool.pick().url).to.equal('http://a');
  });
});
