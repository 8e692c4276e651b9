import { expect } from 'chai';
import { endpointQueue } from '../../../../src/host/models/endpointQueue';
import { rejection } from '../../../fakes/rejection';

const never = new AbortController().signal;

function rig() {
  const queue = endpointQueue();
  const log: string[] = [];
  const enter = async (run: string, ...places: string[]): Promise<() => void> => {
    const leave = await queue.enter(places, never, () => void log.push(`${run} waits`));
    log.push(`${run} runs`);
    return leave;
  };
  return { queue, log, enter };
}

describe('the queue of runs at endpoints', () => {
  it('lets runs at one endpoint go one after the other, in their order', async () => {
    const { log, enter } = rig();
    const leave = await enter('first', 'a');
    const [second, third] = [enter('second', 'a'), enter('third', 'a')];
    leave();
    (await second)();
    await third;
    expect(log).to.deep.equal(['first runs', 'second waits', 'third waits', 'second runs', 'third runs']);
  });
  it('lets runs at different endpoints go at once', async () => {
    const { log, enter } = rig();
    await enter('first', 'a');
    await enter('second', 'b');
    expect(log).to.deep.equal(['first runs', 'second runs']);
  });
  it('has a pool wait for every endpoint that it shares', async () => {
    const { log, enter } = rig();
    const leave = [await enter('first', 'a'), await enter('second', 'b')];
    const pool = enter('pool', 'a', 'b');
    leave.forEach((go) => go());
    await pool;
    expect(log.slice(2)).to.deep.equal(['pool waits', 'pool runs']);
  });
  it('lets the next go when one that waits is stopped', async () => {
    const { queue, enter } = rig();
    const leave = await enter('first', 'a');
    const stop = new AbortController();
    const stopped = queue.enter(['a'], stop.signal, () => undefined);
    const third = enter('third', 'a');
    stop.abort();
    expect((await rejection(stopped)).code).to.equal('run/cancelled');
    leave();
    (await third)();
  });
});
