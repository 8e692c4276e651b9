import { expect } from 'chai';
import { editorChannel } from '../../../../src/host/models/editorChannel';
import { isRunRequest } from '../../../../src/protocol/requests';
import type { LmCall } from '../../../../src/protocol/run';
import { rejection } from '../../../fakes/rejection';

const never = new AbortController().signal;
const call = { model: 'x-1', messages: [{ role: 'user', content: '1 or 2?' }] } as const;

function rig() {
  const sent: LmCall[] = [];
  return { sent, channel: editorChannel((message) => void sent.push(message), 9) };
}

describe('the models of the editor, seen from the run process', () => {
  it('are asked with numbers of their own, and each answer finds its call', async () => {
    const { sent, channel } = rig();
    const [first, second] = [channel.models.ask(call, never), channel.models.ask(call, never)];
    expect(sent.map(({ type, id, call: number }) => [type, id, number])).to.deep.equal([
      ['lmRequest', 9, 1],
      ['lmRequest', 9, 2],
    ]);
    channel.receive(2, { kind: 'text', text: 'second' });
    channel.receive(1, { kind: 'text', text: 'first' });
    channel.receive(1, { kind: 'text', text: 'again' });
    channel.receive(77, { kind: 'text', text: 'nobody' });
    expect([await first, await second]).to.deep.equal([
      { kind: 'text', text: 'first' },
      { kind: 'text', text: 'second' },
    ]);
  });
  it('are told when a call is given up', async () => {
    const { sent, channel } = rig();
    const stop = new AbortController();
    const asking = channel.models.ask(call, stop.signal);
    stop.abort();
    expect((await rejection(asking)).code).to.equal('run/cancelled');
    expect(sent.at(-1)).to.deep.equal({ type: 'lmCancel', id: 9, call: 1 });
  });
  it('are none where the editor answers something else', async () => {
    const { channel } = rig();
    const listing = channel.models.list({ name: undefined, asLocal: false }, never);
    channel.receive(1, { kind: 'text', text: 'hello' });
    expect(await listing).to.deep.equal([]);
  });
  it('take only answers of the protocol', () => {
    const reply = (value: unknown): object => ({ type: 'lmReply', id: 9, call: 1, reply: value });
    const model = { id: 'x', vendor: 'v', family: 'f', name: 'n' };
    for (const good of [
      { kind: 'text', text: '1' },
      { kind: 'models', models: [model] },
      { kind: 'failed', why: 'blocked', message: 'no' },
    ])
      expect(isRunRequest(reply(good)), JSON.stringify(good)).to.equal(true);
    for (const bad of [
      undefined,
      { kind: 'text' },
      { kind: 'text', text: 'x'.repeat(1_000_001) },
      { kind: 'models', models: [{ id: 7 }] },
      { kind: 'models', models: Array.from({ length: 1001 }, () => model) },
      { kind: 'failed', why: 'because', message: '' },
      { kind: 'other' },
    ])
      expect(isRunRequest(reply(bad)), JSON.stringify(bad)?.slice(0, 60)).to.equal(false);
  });
});
