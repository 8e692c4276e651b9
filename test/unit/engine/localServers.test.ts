import { expect } from 'chai';
import { findLocalServer, type Fetch } from '../../../src/engine/localServers';

/** Answers on these ports with these bodies; nobody listens on the others. */
function listening(bodies: Readonly<Record<number, string>>, asked: string[] = []): Fetch {
  return (url, { signal }) => {
    asked.push(url);
    const body = bodies[Number(new URL(url).port)];
    if (body === 'hangs')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    return body === undefined ? Promise.reject(new Error('refused')) : Promise.resolve(new Response(body));
  };
}

const models = (...ids: string[]): string => JSON.stringify({ data: ids.map((id) => ({ id })) });
const never = new AbortController().signal;

describe('looking for a server of this machine', () => {
  it('asks only this machine, on the usual ports', async () => {
    const asked: string[] = [];
    expect(await findLocalServer(listening({}, asked), never)).to.equal(undefined);
    expect(asked).to.deep.equal(
      [8080, 11434, 8000, 1234].map((port) => `http://127.0.0.1:${port}/v1/models`),
    );
  });

  it('takes the first that serves a model, as the model local', async () => {
    const entry = await findLocalServer(listening({ 11434: models('qwen'), 1234: models('other') }), never);
    expect(entry).to.deep.include({
      name: 'local',
      model: 'qwen',
      keyEnv: undefined,
      price: { in: 0, out: 0 },
    });
    expect(entry?.kind === 'openai' && entry.baseUrl).to.deep.equal(['http://127.0.0.1:11434/v1']);
  });

  it('passes over models for embeddings', async () => {
    const entry = await findLocalServer(listening({ 1234: models('text-embedding-nomic', 'qwen') }), never);
    expect(entry?.kind === 'openai' && entry.model).to.equal('qwen');
  });

  it('passes over one that takes longer than 300 ms', async () => {
    const entry = await findLocalServer(listening({ 8080: 'hangs', 8000: models('vllm') }), never);
    expect(entry?.kind === 'openai' && entry.model).to.equal('vllm');
  });

  for (const body of [
    '<html>',
    '{"data":null}',
    '{"data":[{"id":7}]}',
    '{"data":[]}',
    'x'.repeat(2 * 1024 * 1024),
  ])
    it(`passes over one that answers ${body.slice(0, 20)}`, async () =>
      expect(await findLocalServer(listening({ 8080: body }), never)).to.equal(undefined));
});
