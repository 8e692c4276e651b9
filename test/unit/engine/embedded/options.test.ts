import { expect } from 'chai';
import { scoreCodes, variantsOf } from '../../../../src/engine/embedded/options';
import type { Token } from '../../../../src/engine/embedded/runtime';

/** A model that gives each path's next tokens fixed shares, and remembers what it was asked. */
function aModel(shares: Readonly<Record<string, Readonly<Record<Token, number>>>>) {
  const asked: string[] = [];
  const next = (path: readonly Token[], wanted: readonly Token[]): Promise<ReadonlyMap<Token, number>> => {
    asked.push(path.join());
    return Promise.resolve(new Map(wanted.map((token) => [token, shares[path.join()]?.[token] ?? 0])));
  };
  return { next, asked };
}

describe('scoring codes as token sequences', () => {
  it('takes the next token’s probability for codes of one token', async () => {
    const { next, asked } = aModel({ '': { 11: 0.5, 12: 0.2 } });
    expect(await scoreCodes([[[11]], [[12]]], next)).to.deep.equal([0.5, 0.2]);
    expect(asked).to.deep.equal(['']);
  });

  it('multiplies along a code of several tokens', async () => {
    const { next } = aModel({ '': { 11: 0.5 }, '11': { 10: 0.4 } });
    expect(await scoreCodes([[[11, 10]]], next)).to.deep.equal([0.2]);
  });

  it('gives a code that begins another one only what does not go on to be the other', async () => {
    const { next } = aModel({ '': { 11: 0.5, 12: 0.1 }, '11': { 10: 0.4 } });
    const [one, two, ten] = await scoreCodes([[[11]], [[12]], [[11, 10]]], next);
    expect(one).to.be.closeTo(0.3, 1e-12);
    expect(two).to.equal(0.1);
    expect(ten).to.be.closeTo(0.2, 1e-12);
  });

  it('adds up the variants of a code', async () => {
    const { next } = aModel({ '': { 11: 0.5, 99: 0.2 }, '99': { 11: 0.5 } });
    const [one] = await scoreCodes([[[11], [99, 11]]], next);
    expect(one).to.be.closeTo(0.6, 1e-12);
  });

  it('does not look behind a beginning that the model all but excludes', async () => {
    const { next, asked } = aModel({ '': { 11: 0.5, 99: 1e-9 }, '99': { 11: 1 } });
    await scoreCodes([[[11], [99, 11]]], next);
    expect(asked).to.deep.equal(['']);
  });

  it('asks depth first, each path one token longer than one before', async () => {
    const { next, asked } = aModel({
      '': { 1: 0.5, 2: 0.4 },
      '1': { 0: 0.5 },
      '1,0': { 0: 0.5 },
      '2': { 0: 0.1 },
    });
    await scoreCodes([[[1, 0]], [[1, 0, 0]], [[2, 0]]], next);
    expect(asked).to.deep.equal(['', '1', '1,0', '2']);
  });
});

describe('the ways a code may be written', () => {
  it('keeps equal token sequences once', () => {
    const tokenize = (text: string): readonly Token[] => [...text].map((letter) => letter.charCodeAt(0));
    expect(variantsOf(7, tokenize)).to.deep.equal([[55], [32, 55]]);
  });
});
