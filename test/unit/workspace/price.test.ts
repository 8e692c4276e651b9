import { expect } from 'chai';
import { priceOf } from '../../../src/workspace/price';
import { anEntry } from '../engine/builders';

const local = ['http://127.0.0.1:8080/v1'];
const openai = ['https://api.openai.com/v1'];

describe('the price of a model', () => {
  it('is what its entry says, before any list', () => {
    const price = { in: 1, out: 2, cachedIn: 0.5 };
    expect(priceOf(anEntry({ baseUrl: openai, model: 'gpt-4o', price }))).to.equal(price);
  });

  it('is that of the list where the entry says nothing', () =>
    expect(priceOf(anEntry({ baseUrl: openai, model: 'gpt-4o' }))).to.include({ in: 2.5, out: 10 }));

  it('is nothing on this machine without a key, and unknown for a gateway that takes one', () => {
    expect(priceOf(anEntry({ baseUrl: local }))).to.deep.equal({ in: 0, out: 0 });
    expect(priceOf(anEntry({ baseUrl: local, keyEnv: 'GATEWAY_KEY' }))).to.equal(undefined);
    expect(priceOf(anEntry({ baseUrl: ['http://127.0.0.1.evil.example/v1'] }))).to.equal(undefined);
  });
});
