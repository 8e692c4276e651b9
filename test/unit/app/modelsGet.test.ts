import { expect } from 'chai';
import { modelsGet } from '../../../src/app/models/get';
import type { EmbeddedStatus, EmbeddedStore } from '../../../src/engine/embedded/types';
import { rejection } from '../../fakes/rejection';

const signal = new AbortController().signal;

function aStore(before: Partial<EmbeddedStatus>) {
  const ready: EmbeddedStatus = {
    engine: 'ready',
    model: 'ready',
    paths: { home: '/home', engine: '/home/engine', model: '/home/models/m.gguf' },
    bytes: { engine: 1, model: 2 },
  };
  const embedded: EmbeddedStore = {
    status: () => Promise.resolve({ ...ready, ...before }),
    fetch: (_, onProgress) => {
      onProgress('Getting it', 0.5);
      return Promise.resolve(ready);
    },
  };
  return { embedded };
}

describe('getting a model by name', () => {
  it('says what had to be fetched and where it lies', async () => {
    const result = await modelsGet(aStore({ model: 'missing' }), { model: 'embedded' }, signal, () => {});
    expect(result).to.deep.equal({
      model: 'embedded',
      engine: '/home/engine',
      file: '/home/models/m.gguf',
      fetched: ['model'],
    });
  });

  it('fetches nothing that is there', async () => {
    expect((await modelsGet(aStore({}), { model: 'embedded' }, signal, () => {})).fetched).to.deep.equal([]);
  });

  it('passes on how far it is', async () => {
    const said: unknown[] = [];
    await modelsGet(aStore({}), { model: 'embedded' }, signal, (...words) => said.push(words));
    expect(said).to.deep.equal([['Getting it', 0.5]]);
  });

  it('refuses a model that cannot be fetched', async () => {
    const error = await rejection(modelsGet(aStore({}), { model: 'gpt' }, signal, () => {}));
    expect([error.code, error.audience]).to.deep.equal(['model/not-fetchable', 'usage']);
  });
});
