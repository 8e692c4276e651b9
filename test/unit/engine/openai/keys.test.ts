import { expect } from 'chai';
import { openaiModel } from '../../../../src/engine/openai/model';
import { fakeClock } from '../../../fakes/fakeClock';
import { rejection } from '../../../fakes/rejection';
import { redirect, text, unauthorised } from '../../../fakes/scriptedReplies';
import { scriptedServer } from '../../../fakes/scriptedServer';
import { anEntry, aTextCall } from '../builders';
import { never, withModel } from './answering';

const key = 'sk-test-0123456789abcdef';

describe('a key', () => {
  it('goes to the endpoint as a bearer token', () =>
    withModel(
      {},
      async ({ model, server }) => {
        await model.ask(aTextCall(), never);
        expect(server.chats()[0]?.headers.authorization).to.equal(`Bearer ${key}`);
      },
      { deps: { key } },
    ));

  it('is not sent where the entry names none, whatever the environment holds', async () => {
    const before = process.env.OPENAI_API_KEY;
    process.env.OPENAI_API_KEY = key;
    try {
      await withModel({}, async ({ model, server }) => {
        await model.ask(aTextCall(), never);
        expect(JSON.stringify(server.requests)).not.to.contain(key);
        expect(server.chats()[0]?.headers).not.to.have.property('authorization');
      });
    } finally {
      if (before === undefined) delete process.env.OPENAI_API_KEY;
      else process.env.OPENAI_API_KEY = before;
    }
  });

  it('is in no error, even when the endpoint repeats it', () =>
    withModel(
      { answer: () => unauthorised(`Incorrect API key provided: ${key}.`) },
      async ({ model }) => {
        const error = await rejection(model.ask(aTextCall(), never));
        expect(error.message).to.contain('Incorrect API key provided: [key].');
        expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.to.contain(key);
        expect(error.stack).not.to.contain(key);
      },
      { deps: { key } },
    ));

  it('is in no answer, even when the endpoint puts it there', () =>
    withModel(
      { answer: () => text(`4 ${key}`) },
      async ({ model }) => expect(await model.ask(aTextCall(), never)).to.include({ text: '4 [key]' }),
      { deps: { key } },
    ));

  it('follows no redirect', async () => {
    const elsewhere = await scriptedServer();
    await withModel(
      { answer: () => redirect(`${elsewhere.baseUrl}/chat/completions`) },
      async ({ model, server }) => {
        expect((await rejection(model.ask(aTextCall(), never))).code).to.equal('model/redirected');
        expect(server.chats()).to.have.length(1);
      },
      { deps: { key } },
    );
    expect(elsewhere.requests).to.deep.equal([]);
    await elsewhere.close();
  });

  for (const bad of ['', 'abc\r\nx-evil: 1', 'with space', 'ключ'])
    it(`that could not be one is refused before anything is sent: ${JSON.stringify(bad)}`, () => {
      const open = (): unknown =>
        openaiModel(anEntry({ baseUrl: ['http://127.0.0.1:1/v1'] }), { key: bad, clock: fakeClock() });
      expect(open).to.throw().with.property('code', 'model/bad-key');
    });
});

describe('a base URL', () => {
  for (const bad of [
    'file:///etc/passwd',
    'no address',
    'http://user:secret@127.0.0.1/v1',
    'https://x.org/v1?key=secret',
  ])
    it(`is refused without being repeated: ${bad}`, () => {
      const open = (): unknown =>
        openaiModel(anEntry({ baseUrl: [bad] }), { key: undefined, clock: fakeClock() });
      expect(open).to.throw().with.property('code', 'model/bad-url');
      expect(open).not.to.throw(/secret/);
    });

  it('may end in a slash', async () => {
    const server = await scriptedServer();
    const model = openaiModel(anEntry({ baseUrl: [`${server.baseUrl}/`] }), {
      key: undefined,
      clock: fakeClock(),
    });
    await model.ask(aTextCall(), never);
    expect(server.chats()).to.have.length(1);
    await model.dispose();
    await server.close();
  });
});

describe('an endpoint’s words', () => {
  it('cannot drive a terminal', () =>
    withModel(
      { answer: () => unauthorised('red \u001b[31m\u0007 alert\r\nforged line') },
      async ({ model }) => {
        expect((await rejection(model.ask(aTextCall(), never))).message).to.contain(
          '"red [31m alert forged line"',
        );
      },
    ));
});
