import { expect } from 'chai';
import {
  limiterDefaults,
  makeLimiter,
  type Limiter,
  type LimiterSettings,
  type Turn,
} from '../../../src/engine/limiter';
import { rng } from '../../../src/util/rng';
import { fakeClock, settle, type FakeClock } from '../../fakes/fakeClock';
import { rejection } from '../../fakes/rejection';

interface Limited {
  readonly limiter: Limiter;
  readonly clock: FakeClock;
  /** Keeps as many calls in flight as the limit allows, each answered after so long, for so many rounds. */
  readonly rounds: (count: number, latencyMs: (inFlight: number) => number) => Promise<readonly number[]>;
  readonly turns: (count: number) => Promise<readonly Turn[]>;
}

const never = new AbortController().signal;

function limited(given: Partial<LimiterSettings> = {}): Limited {
  const clock = fakeClock();
  const ports = { clock, rng: rng('test'), onEvent: () => undefined };
  const limiter = makeLimiter({ ...limiterDefaults, ...given }, ports);
  const turns = (count: number): Promise<readonly Turn[]> =>
    Promise.all(Array.from({ length: count }, () => limiter.turn(never)));
  return {
    limiter,
    clock,
    turns,
    rounds: async (count, latencyMs) => {
      const limits: number[] = [];
      for (let round = 0; round < count; round++) {
        const underWay = await turns(limiter.limit());
        await clock.advance(latencyMs(underWay.length));
        for (const turn of underWay) turn.succeeded();
        limits.push(limiter.limit());
      }
      return limits;
    },
  };
}

describe('the limit of calls in flight', () => {
  it('doubles with every clean round', async () => {
    const { rounds } = limited({ start: 16 });
    expect(await rounds(4, () => 50)).to.deep.equal([32, 64, 128, 256]);
  });

  it('never exceeds the ceiling', async () => {
    const { rounds } = limited({ start: 16, ceiling: 40 });
    expect(await rounds(3, () => 50)).to.deep.equal([32, 40, 40]);
    expect(limited({ start: 16, ceiling: 3 }).limiter.limit()).to.equal(3);
  });

  it('goes back and stays where a server only takes longer for more', async () => {
    const { rounds } = limited({ start: 8 });
    expect(await rounds(4, (inFlight) => inFlight * 100)).to.deep.equal([16, 8, 10, 12]);
  });

  it('does not grow when it was not used', async () => {
    const { limiter, clock } = limited({ start: 16 });
    for (let i = 0; i < 32; i++) {
      const turn = await limiter.turn(never);
      await clock.advance(50);
      turn.succeeded();
    }
    expect(limiter.limit()).to.equal(16);
  });

  it('is cut once for all the refusals of one episode', async () => {
    const { limiter, turns } = limited({ start: 16 });
    for (const turn of await turns(16)) turn.rateLimited(undefined);
    expect(limiter.limit()).to.equal(8);
  });

  it('is cut again when calls are refused that began after the cut', async () => {
    const { limiter, clock, turns } = limited({ start: 16 });
    for (const turn of await turns(16)) turn.rateLimited(undefined);
    const later = turns(8);
    await clock.advance(2000);
    for (const turn of await later) turn.rateLimited(undefined);
    expect(limiter.limit()).to.equal(4);
  });

  it('grows by steps after a cut', async () => {
    const { limiter, clock, turns, rounds } = limited({ start: 16 });
    for (const turn of await turns(16)) turn.rateLimited(undefined);
    await clock.advance(2000);
    expect(await rounds(2, () => 50)).to.deep.equal([12, 16]);
    expect(limiter.history().map(({ limit, why }) => `${limit} ${why}`)).to.deep.equal([
      '16 start',
      '8 rate limited: halved',
      '12 clean round: step',
      '16 clean round: step',
    ]);
  });

  it('does not grow on a round with trouble in it', async () => {
    const { limiter, turns } = limited({ start: 4 });
    const [first, ...others] = await turns(4);
    for (const turn of others) turn.succeeded();
    first?.troubled();
    for (const turn of await turns(3)) turn.succeeded();
    expect(limiter.limit()).to.equal(4);
  });
});

describe('turns', () => {
  it('wait for room, in the order of asking', async () => {
    const { limiter, turns } = limited({ start: 1 });
    const [first] = await turns(1);
    const order: string[] = [];
    const second = limiter.turn(never).then(() => order.push('second'));
    void limiter.turn(never).then(() => order.push('third'));
    await settle();
    expect(order).to.deep.equal([]);
    first?.released();
    await second;
    expect(order).to.deep.equal(['second']);
  });

  it('wait out the pause that a refusal asks for, and no longer than a tenth more', async () => {
    const { limiter, clock, turns } = limited();
    (await turns(1))[0]?.rateLimited(5000);
    let entered = false;
    void limiter.turn(never).then(() => (entered = true));
    await clock.advance(4999);
    expect(entered).to.equal(false);
    await clock.advance(501);
    expect(entered).to.equal(true);
  });

  it('are not taken by one who has gone', async () => {
    const { limiter, turns } = limited({ start: 1 });
    const [first] = await turns(1);
    const gone = new AbortController();
    const waiting = rejection(limiter.turn(gone.signal));
    gone.abort();
    expect((await waiting).code).to.equal('run/cancelled');
    const next = limiter.turn(never);
    first?.released();
    await next;
  });
});
