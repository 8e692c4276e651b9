import { expect } from 'chai';
import { plusUsage, usdFor } from '../../../../src/simulate/prices/cost';
import { listPrice, reasons } from '../../../../src/simulate/prices/listPrice';
import { listedOn, listPrices } from '../../../../src/simulate/prices/table';

const openai = ['https://api.openai.com/v1'];

describe('what tokens cost', () => {
  const usage = { in: 1_000_000, out: 500_000, cachedIn: 400_000 };

  it('counts cached tokens at their own price, and as any other where there is none', () => {
    expect(usdFor(usage, { in: 10, out: 20, cachedIn: 1 })).to.be.closeTo(6 + 0.4 + 10, 1e-9);
    expect(usdFor(usage, { in: 10, out: 20 })).to.be.closeTo(20, 1e-9);
  });

  it('is nothing without a price, and never less than nothing for more cached tokens than there were', () => {
    expect(usdFor(usage, undefined)).to.equal(0);
    expect(usdFor({ in: 10, out: 0, cachedIn: 90 }, { in: 1, out: 1, cachedIn: 0 })).to.equal(0);
  });

  it('is estimated as soon as a part of it is', () => {
    const sum = plusUsage(
      { in: 1, out: 2, cachedIn: 1, reasoningOut: 1 },
      { in: 10, out: 20, cachedIn: 0, estimated: true },
    );
    expect(sum).to.deep.equal({ in: 11, out: 22, cachedIn: 1, reasoningOut: 1, estimated: true });
    expect(plusUsage({ in: 1, out: 1, cachedIn: 0 }, { in: 1, out: 1, cachedIn: 0 })).to.deep.equal({
      in: 2,
      out: 2,
      cachedIn: 0,
    });
  });
});

describe('the list of public prices', () => {
  it('says when it was put together', () => expect(listedOn).to.match(/^20\d\d-\d\d-\d\d$/));

  it('has no price below nothing, and no cached token dearer than another', () => {
    for (const models of listPrices.values())
      for (const [name, price] of models) {
        expect(Math.min(price.in, price.out), name).to.be.above(0);
        expect(price.cachedIn ?? 0, name).to.be.at.most(price.in);
      }
  });

  it('knows a model at its vendor, also by a date that it does not list', () => {
    const mini = { in: 0.15, out: 0.6, cachedIn: 0.075 };
    expect(listPrice(openai, 'gpt-4o-mini')).to.deep.equal(mini);
    expect(listPrice(openai, 'gpt-4o-mini-2024-07-18')).to.deep.equal(mini);
    expect(listPrice(openai, 'gpt-4o-2024-05-13')).to.deep.equal({ in: 5, out: 15 });
  });

  for (const baseUrl of [
    'https://api.openai.com.evil.example/v1',
    'http://api.openai.com/v1',
    'https://api.openai.com:8443/v1',
    'https://evil.example/api.openai.com/v1',
  ])
    it(`takes nobody else for the vendor: ${baseUrl}`, () => {
      expect(listPrice([baseUrl], 'gpt-4o')).to.equal(undefined);
      expect(listPrice([...openai, baseUrl], 'gpt-4o')).to.equal(undefined);
    });
});

describe('a model that reasons', () => {
  for (const name of ['o3-mini', 'gpt-5', 'gpt-5.4-mini', 'deepseek-reasoner', 'deepseek/deepseek-r1'])
    it(`is known by its name: ${name}`, () => expect(reasons(name)).to.equal(true));

  for (const name of ['gpt-4o', 'gpt-4.1-mini', 'claude-sonnet-5', 'llama-3.1-8b-instant', 'gpt-5-chat'])
    it(`is told from others: ${name}`, () => expect(reasons(name)).to.equal(false));
});
