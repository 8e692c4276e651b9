import { expect } from 'chai';
import { rejection } from '../../../fakes/rejection';
import { badRequest, serverError, type Behaviour } from '../../../fakes/scriptedReplies';
import { scriptedServer, type ScriptedRequest } from '../../../fakes/scriptedServer';
import { never, withModel } from './answering';

const inputOf = ({ json }: ScriptedRequest): readonly string[] => json.input as readonly string[];

/** Vectors that tell the texts apart, in the reverse of their order. */
function embedded(request: ScriptedRequest): Behaviour {
  const data = inputOf(request).map((text, index) => ({ index, embedding: [text.length, 0.123456789] }));
  return { kind: 'body', body: JSON.stringify({ data: data.reverse(), usage: { prompt_tokens: 9 } }) };
}

function embed(texts: readonly string[], answer: (request: ScriptedRequest, n: number) => Behaviour) {
  return withModel({ embed: answer }, async ({ model, server }) => {
    const found = await model.embed?.(texts, never);
    return { found, requests: server.requests };
  });
}

describe('embeddings of an endpoint', () => {
  it('are one vector a text, in the order of the texts', async () => {
    const { found, requests } = await embed(['a', 'bcd'], embedded);
    expect(found).to.deep.equal({
      vectors: [
        [1, 0.123457],
        [3, 0.123457],
      ],
      usage: { in: 9, out: 0, cachedIn: 0 },
      calls: 1,
    });
    expect(requests[0]?.json).to.deep.equal({
      model: 'tested-model',
      input: ['a', 'bcd'],
      encoding_format: 'float',
    });
  });

  it('are asked for with the model that the entry names for them', () =>
    withModel(
      { embed: embedded },
      async ({ model, server }) => {
        await model.embed?.(['a'], never);
        expect(server.requests[0]?.json.model).to.equal('small-embeddings');
      },
      { entry: { embeddings: 'small-embeddings' } },
    ));

  it('come in requests of 64 texts', async () => {
    const texts = Array.from({ length: 130 }, (_, i) => 'x'.repeat(i + 1));
    const { found, requests } = await embed(texts, embedded);
    expect(requests.map((request) => inputOf(request).length)).to.deep.equal([64, 64, 2]);
    expect(found?.vectors.map(([length]) => length)).to.deep.equal(texts.map(({ length }) => length));
    expect(found).to.include({ calls: 3 });
  });

  it('are asked for again after trouble, a rate limit among it', async () => {
    const trouble = [serverError(500), { kind: 'status', status: 429 }, { kind: 'drop' }] as const;
    const { found, requests } = await embed(['a'], (request, n) => trouble[n] ?? embedded(request));
    expect(requests).to.have.length(4);
    expect(found?.vectors).to.deep.equal([[1, 0.123457]]);
  });

  it('come from another base URL where the first is dead', async () => {
    const dead = await scriptedServer();
    await dead.close();
    await withModel({ embed: embedded }, async ({ server }) => {
      const entry = { baseUrl: [dead.baseUrl, server.baseUrl] };
      const found = await withModel(
        {},
        ({ model }) => model.embed?.(['ab'], never) ?? Promise.resolve(undefined),
        {
          entry,
        },
      );
      expect(found?.vectors).to.deep.equal([[2, 0.123457]]);
    });
  });
});

describe('an endpoint without embeddings', () => {
  for (const [what, behaviour] of [
    ['knows no such path', { kind: 'status', status: 404, body: '{"error":{"message":"Not found."}}' }],
    ['refuses the model', badRequest('The model does not support Embeddings API')],
    ['was started without them', { kind: 'status', status: 501 }],
  ] as const)
    it(`is told apart where it ${what}, and what can be done instead is said`, () =>
      withModel({ embed: () => behaviour }, async ({ model, server }) => {
        const refused = await rejection(model.embed?.(['a'], never) ?? Promise.resolve());
        expect(refused).to.include({ code: 'strategy/no-embeddings', audience: 'endpoint' });
        expect(refused.help).to.include('bm25');
        expect(server.requests).to.have.length(1);
      }));

  for (const [what, body] of [
    ['no JSON', '<html>'],
    ['fewer vectors than texts', '{"data":[{"index":0,"embedding":[1]}]}'],
    ['one vector twice', '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}'],
    ['vectors of different lengths', '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}'],
    ['no numbers', '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":["1"]}]}'],
  ] as const)
    it(`that sends ${what} gives a bad reply, which is asked for again`, () =>
      withModel({ embed: () => ({ kind: 'body', body }) }, async ({ model, server }) => {
        const refused = await rejection(model.embed?.(['a', 'b'], never) ?? Promise.resolve());
        expect(refused.code).to.equal('model/bad-reply');
        expect(server.requests).to.have.length(6);
      }));
});
