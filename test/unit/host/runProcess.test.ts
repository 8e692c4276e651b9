import { expect } from 'chai';
import { runProcess, type RunProcess } from '../../../src/host/runProcess';
import type { RunReply } from '../../../src/protocol/run';
import { appWorld, type AppWorld, type AppWorldOptions } from '../../fakes/appServices';
import { settle } from '../../fakes/fakeClock';
import { steadyModel } from '../../fakes/steadyModel';

interface Rig {
  readonly process: RunProcess;
  readonly replies: RunReply[];
  readonly world: AppWorld;
  readonly keys: Readonly<Record<string, string>>[];
  readonly ended: (id: number) => Promise<RunReply>;
}

function rig(options: AppWorldOptions = {}): Rig {
  const world = appWorld({ model: () => steadyModel(), ...options });
  const replies: RunReply[] = [];
  const keys: Readonly<Record<string, string>>[] = [];
  const process = runProcess({
    send: (reply) => void replies.push(reply),
    services: ({ ask, keys: given }) => {
      keys.push(given);
      return { ...world.services, ask };
    },
    cwd: '/p',
  });
  return {
    process,
    replies,
    world,
    keys,
    ended: async (id) => {
      for (;;) {
        const end = replies.find(
          (reply) => ['done', 'failed'].includes(reply.type) && 'id' in reply && reply.id === id,
        );
        if (end !== undefined) return end;
        await settle();
      }
    },
  };
}

const simulate = (id: number, more: object = {}): object => ({
  type: 'simulate',
  id,
  options: { study: '/p/framing.study.yaml', ...more },
  keys: {},
});

describe('the run process', () => {
  it('simulates, says that it began, and ends with the result', async () => {
    const { process, replies, ended } = rig();
    process.receive(simulate(1));
    const end = await ended(1);
    expect(end.type === 'done' && end.result).to.include({ complete: true, answers: 12 });
    expect(replies.map(({ type }) => type))
      .to.include('started')
      .and.to.include('progress');
  });
  it('answers a failed request with code, message and help', async () => {
    const { process, ended } = rig();
    process.receive({ type: 'plan', id: 4, options: { study: '/p/none.study.yaml' } });
    const end = await ended(4);
    expect(end.type === 'failed' && Object.keys(end.error)).to.deep.equal(['code', 'message', 'help']);
    expect(end).to.have.nested.property('error.code', 'file/missing');
  });
  it('runs one after the other, and plans meanwhile', async () => {
    const { process, replies, ended } = rig();
    process.receive(simulate(1));
    process.receive(simulate(2, { fresh: true }));
    process.receive({ type: 'plan', id: 3, options: { study: '/p/framing.study.yaml' } });
    await Promise.all([ended(1), ended(2), ended(3)]);
    const order = replies
      .filter(({ type }) => type === 'started' || type === 'done')
      .map((reply) => [reply.type, 'id' in reply && reply.id]);
    const place = (type: string, id: number): number => order.findIndex(([t, i]) => t === type && i === id);
    expect(place('started', 2)).to.be.greaterThan(place('done', 1));
    expect(place('done', 3)).to.be.lessThan(place('done', 2));
  });
  it('stops gracefully, keeping what was answered', async () => {
    const stopper: Rig = rig({
      model: () =>
        steadyModel({
          before: (n) =>
            n === 3 ? stopper.process.receive({ type: 'stop', id: 1, forced: false }) : undefined,
        }),
    });
    stopper.process.receive(simulate(1));
    const end = await stopper.ended(1);
    expect(end.type === 'done' && end.result).to.include({ complete: false });
    const run = end.type === 'done' && 'run' in end.result ? end.result.run : '';
    stopper.process.receive({ type: 'resume', id: 2, run, root: '/p', keys: {} });
    const resumed = await stopper.ended(2);
    expect(resumed.type === 'done' && resumed.result).to.include({ complete: true, run });
  });
  it('asks the editor and waits for its answer', async () => {
    const description = { local: false, where: ['https://far.example'] };
    const { process, replies, ended } = rig({ description });
    process.receive(simulate(7));
    while (!replies.some(({ type }) => type === 'question')) await settle();
    process.receive({ type: 'answer', id: 7, question: 0, yes: true });
    const end = await ended(7);
    expect(end.type).to.equal('done');
  });
  it('takes no for an answer when it is stopped at a question', async () => {
    const description = { local: false, where: ['https://far.example'] };
    const { process, replies, ended } = rig({ description });
    process.receive(simulate(7));
    while (!replies.some(({ type }) => type === 'question')) await settle();
    process.receive({ type: 'stop', id: 7, forced: false });
    expect(await ended(7)).to.have.nested.property('error.code', 'consent/refused');
  });
  it('hands the keys of a request to that request alone', async () => {
    const { process, keys, ended } = rig();
    process.receive({ ...simulate(1), keys: { 'https://a.example': 'k' } });
    await ended(1);
    process.receive({ type: 'plan', id: 2, options: { study: '/p/framing.study.yaml' } });
    await ended(2);
    expect(keys).to.deep.equal([{ 'https://a.example': 'k' }, {}]);
  });
  it('profiles a data file, and says when it is missing', async () => {
    const { process, ended } = rig();
    process.receive({ type: 'profile', id: 1, path: '/p/framing.csv', shown: 'framing.csv' });
    const end = await ended(1);
    expect(end.type === 'done' && end.result).to.include({ path: 'framing.csv', rows: 12 });
    const cells = { columns: ['arm'], answers: [{ outcome: 'choice', columns: ['choice'], missing: [] }] };
    const wanted = { where: [], cells, pairs: [['party', 'arm']] };
    process.receive({ type: 'profile', id: 3, path: '/p/framing.csv', shown: 'framing.csv', wanted });
    const counted = await ended(3);
    expect(counted.type === 'done' && counted.result).to.have.deep.nested.property('counts.cells', [
      { values: ['gain'], rows: 6, answers: [6] },
      { values: ['loss'], rows: 6, answers: [6] },
    ]);
    process.receive({ type: 'profile', id: 2, path: '/p/none.csv', shown: 'none.csv' });
    expect(await ended(2)).to.have.nested.property('error.code', 'file/missing');
  });
  it('leaves out what is no request', () => {
    const { process, replies } = rig();
    for (const message of [
      null,
      'simulate',
      { type: 'simulate' },
      { type: 'simulate', id: 1, options: { study: 3 }, keys: {} },
      { type: 'simulate', id: 1, options: { study: '/p/x', strategy: 'guess' }, keys: {} },
      { type: 'simulate', id: 1, options: { study: '/p/x' }, keys: { a: 1 } },
      {
        type: 'profile',
        id: 1,
        path: '/p/x.csv',
        shown: 'x',
        wanted: { where: [], cells: {}, pairs: [['a']] },
      },
      { type: 'toString', id: 1 },
      { type: 'stop', id: 99, forced: true },
    ])
      process.receive(message);
    expect(replies).to.deep.equal([]);
  });
  it('stops everything when the editor goes away', async () => {
    const { process, ended } = rig();
    process.receive(simulate(1));
    process.receive(simulate(2));
    await process.stopAll();
    expect((await ended(1)).type).to.be.oneOf(['done', 'failed']);
    expect((await ended(2)).type).to.equal('failed');
  });
});
