import { expect } from 'chai';
import type { LmCall, LmReply } from '../../../src/protocol/run';
import type { ChatModel } from '../../../src/vscode/models/editorModels';
import { lmCalls } from '../../../src/vscode/models/lmCalls';
import { isRunReply } from '../../../src/vscode/run/replies';
import { settle } from '../../fakes/fakeClock';

/** A chat model of an editor whose reply comes in these pieces. */
function aChat(
  family: string,
  pieces: () => AsyncIterable<string>,
): ChatModel & { readonly ended: string[] } {
  const ended: string[] = [];
  return {
    id: `${family}-1`,
    vendor: 'maker',
    family,
    name: family,
    ended,
    send: (messages, signal) => {
      signal.addEventListener('abort', () => ended.push('cancelled'));
      ended.push(messages.map(({ content }) => content).join('|'));
      return Promise.resolve({ text: pieces(), done: () => void ended.push('done') });
    },
  };
}

async function* words(...texts: readonly string[]): AsyncIterable<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

async function* failing(error: Error): AsyncIterable<string> {
  yield await Promise.resolve('1');
  throw error;
}

async function asked(models: readonly ChatModel[], ...calls: readonly LmCall[]): Promise<readonly LmReply[]> {
  const replies: LmReply[] = [];
  const answers = lmCalls(
    { all: () => Promise.resolve(models), isLocal: ({ family }) => family === 'agreed' },
    (_id, _call, reply) => replies.push(reply),
  );
  for (const call of calls) answers.receive(call);
  for (let round = 0; round < 20; round += 1) await settle();
  return replies;
}

const request = (model: string): LmCall => ({
  type: 'lmRequest',
  id: 1,
  call: 2,
  model,
  messages: [
    { role: 'system', content: 'You answer.' },
    { role: 'user', content: '1 or 2?' },
  ],
});
const list = (name: string | undefined, asLocal = false): LmCall => ({
  type: 'lmModels',
  id: 1,
  call: 1,
  name,
  asLocal,
});

describe('the models of the editor, asked by the run process', () => {
  it('are listed by family, by vendor and family, or all', async () => {
    const models = [aChat('one', () => words()), aChat('two', () => words())];
    const replies = await asked(models, list('two'), list('maker/one'), list(undefined), list('none'));
    const ids = replies.map((reply) => (reply.kind === 'models' ? reply.models.map(({ id }) => id) : []));
    expect(ids).to.deep.equal([['two-1'], ['one-1'], ['one-1', 'two-1'], []]);
  });
  it('are offered for `local` only where the user agreed', async () => {
    const models = [aChat('one', () => words()), aChat('agreed', () => words())];
    const [reply] = await asked(models, list(undefined, true));
    expect(reply?.kind === 'models' && reply.models.map(({ family }) => family)).to.deep.equal(['agreed']);
  });
  it('give their reply in one text', async () => {
    const chat = aChat('one', () => words('1', '.'));
    expect(await asked([chat], request('one-1'))).to.deep.equal([{ kind: 'text', text: '1.' }]);
    expect(chat.ended).to.deep.equal(['You answer.|1 or 2?', 'done']);
  });
  it('tell why they give none', async () => {
    const blocked = Object.assign(new Error('filtered'), { code: 'Blocked' });
    const chat = aChat('one', () => failing(blocked));
    expect(await asked([chat], request('one-1'), request('gone-1'))).to.have.deep.members([
      { kind: 'failed', why: 'blocked', message: 'filtered' },
      { kind: 'failed', why: 'not-found', message: 'The editor does not offer it any more.' },
    ]);
  });
  it('are told when nobody waits any more, and nothing is answered', async () => {
    const chat = aChat('one', async function* () {
      yield await new Promise<string>(() => undefined);
    });
    const replies = await asked([chat], request('one-1'));
    expect(replies).to.deep.equal([]);
    const calls = lmCalls({ all: () => Promise.resolve([chat]), isLocal: () => false }, () =>
      expect.fail('answered'),
    );
    calls.receive(request('one-1'));
    for (let round = 0; round < 5; round += 1) await settle();
    calls.receive({ type: 'lmCancel', id: 1, call: 2 });
    expect(chat.ended.at(-1)).to.equal('cancelled');
  });
  it('are asked by messages of the protocol only', () => {
    expect(
      [list('a'), list(undefined, true), request('m'), { type: 'lmCancel', id: 1, call: 3 }].map(isRunReply),
    ).to.deep.equal([true, true, true, true]);
    for (const bad of [
      { ...list('a'), name: 7 },
      { ...request('m'), messages: 'all' },
      { ...request('m'), messages: [{ role: 'tool', content: 'x' }] },
      { ...request('m'), call: '1' },
      { type: 'lmCancel', call: 1 },
    ])
      expect(isRunReply(bad), JSON.stringify(bad)).to.equal(false);
  });
});
