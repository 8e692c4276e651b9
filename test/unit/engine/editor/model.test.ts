import { expect } from 'chai';
import { editorModel, type EditorEntry } from '../../../../src/engine/editor/model';
import type { EditorModels, EditorReply } from '../../../../src/simulate/ports';
import type { ModelCall } from '../../../../src/simulate/types';
import { fakeClock } from '../../../fakes/fakeClock';
import { rejection } from '../../../fakes/rejection';

const never = new AbortController().signal;
const entry: EditorEntry = {
  kind: 'editor',
  name: 'chat',
  model: 'gpt-x',
  concurrency: undefined,
  demonstration: false,
};
const call: ModelCall = {
  kind: 'text',
  messages: [{ role: 'user', content: 'Which one? 1 or 2.' }],
  sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 8, seed: 1 },
};

/** An editor with one model that gives these replies in turn, the last one for ever. */
function anEditor(...replies: readonly EditorReply[]): EditorModels & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    list: ({ name }) =>
      Promise.resolve(
        name === 'gpt-x' ? [{ id: 'x-1', vendor: 'maker', family: 'gpt-x', name: 'GPT X' }] : [],
      ),
    ask: ({ model }) => {
      asked.push(model);
      return Promise.resolve(replies[Math.min(asked.length, replies.length) - 1] as EditorReply);
    },
  };
}

const trouble: EditorReply = { kind: 'failed', why: 'trouble', message: 'gone away' };
const open = (editor: EditorModels | undefined, timeoutMs?: number) =>
  editorModel(entry, {
    editor,
    clock: fakeClock({ auto: true }),
    signal: never,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });

describe('a model of the editor', () => {
  it('answers with the text, and says that its usage is estimated', async () => {
    const reply = await (await open(anEditor({ kind: 'text', text: '2' }))).ask(call, never);
    expect(reply).to.deep.include({ kind: 'text', text: '2' });
    expect(reply.usage.estimated).to.equal(true);
    expect(reply.usage.in).to.be.greaterThan(0);
  });
  it('is known by its vendor and family, and gives neither probabilities nor sampling', async () => {
    const { identity, capabilities } = await open(anEditor(trouble));
    expect(identity).to.include({ engine: 'editor', model: 'maker/gpt-x', where: 'x-1' });
    expect(capabilities).to.include({ logprobs: false, sampling: false, local: false });
  });
  it('refuses option probabilities before anything is sent', async () => {
    const editor = anEditor(trouble);
    const model = await open(editor);
    const error = await rejection(
      model.ask({ kind: 'options', messages: call.messages, codes: [1, 2] }, never),
    );
    expect([error.code, editor.asked.length]).to.deep.equal(['model/no-logprobs', 0]);
  });
  it('asks again after trouble, and gives up with a code', async () => {
    const editor = anEditor(trouble, { kind: 'text', text: '1' });
    expect(await (await open(editor)).ask(call, never)).to.include({ text: '1' });
    expect(editor.asked).to.have.length(2);
    const error = await rejection((await open(anEditor(trouble))).ask(call, never));
    expect(error.code).to.equal('model/unreachable');
  });
  for (const [why, code] of [
    ['not-allowed', 'model/forbidden'],
    ['not-found', 'model/not-found'],
    ['blocked', 'model/refused'],
  ] as const)
    it(`does not ask again when the editor says ${why}`, async () => {
      const editor = anEditor({ kind: 'failed', why, message: 'no' });
      const error = await rejection((await open(editor)).ask(call, never));
      expect([error.code, editor.asked.length]).to.deep.equal([code, 1]);
    });
  it('gives up on a provider that never ends, and tells it', async () => {
    const cancelled: boolean[] = [];
    const silent: EditorModels = {
      ...anEditor(trouble),
      ask: (_, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => {
            cancelled.push(true);
            reject(new Error('cancelled'));
          }),
        ),
    };
    const error = await rejection((await open(silent, 5)).ask(call, never));
    expect(error.code).to.equal('model/timeout');
    expect(cancelled).to.have.length(4);
  });
  it('says where there is no editor, or no such model in it', async () => {
    expect((await rejection(open(undefined))).code).to.equal('model/no-editor');
    const other = editorModel(
      { ...entry, model: 'none' },
      {
        editor: anEditor(trouble),
        clock: fakeClock({}),
        signal: never,
      },
    );
    expect((await rejection(other)).code).to.equal('model/not-found');
  });
});
