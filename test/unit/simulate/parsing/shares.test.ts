import { expect } from 'chai';
import fc from 'fast-check';
import { readShares } from '../../../../src/simulate/parsing/shares';

const codes = [1, 2, 3];

function sharesOf(text: string): readonly number[] | undefined {
  const read = readShares(text, codes);
  return read.kind === 'shares' ? read.shares : undefined;
}

describe('reading a share for each code', () => {
  it('takes one JSON object, bare or in a code fence', () => {
    const object = '{"1": 0.2, "2": 0.3, "3": 0.5}';
    for (const text of [object, ` ${object}\n`, `\`\`\`json\n${object}\n\`\`\``, `\`\`\`\n${object}\`\`\``])
      expect(sharesOf(text)).to.deep.equal([0.2, 0.3, 0.5]);
  });

  it('orders by code, whatever the order of the keys', () => {
    expect(sharesOf('{"3": 0.5, "1": 0.25, "2": 0.25}')).to.deep.equal([0.25, 0.25, 0.5]);
  });

  it('brings sums near 1 and near 100 per cent to 1, and takes no other sum', () => {
    expect(sharesOf('{"1": 25, "2": 25, "3": 50}')).to.deep.equal([0.25, 0.25, 0.5]);
    for (const rest of [0.48, 0.52, 48, 52])
      expect(sharesOf(`{"1": ${rest < 1 ? 0.5 : 50}, "2": ${rest}, "3": 0}`)?.[1]).to.be.closeTo(
        rest < 1 ? rest / (0.5 + rest) : rest / (50 + rest),
        1e-12,
      );
    for (const text of [
      '{"1": 0.5, "2": 0.47, "3": 0}',
      '{"1": 0.5, "2": 0.53, "3": 0}',
      '{"1": 50, "2": 47, "3": 0}',
      '{"1": 50, "2": 53, "3": 0}',
      '{"1": 0, "2": 0, "3": 0}',
      '{"1": 7, "2": 2, "3": 1}',
    ])
      expect(sharesOf(text), text).to.equal(undefined);
  });

  it('takes nothing beside the object, no other keys, and nothing but numbers of 0 or more', () => {
    for (const text of [
      '',
      'null',
      '[0.2, 0.3, 0.5]',
      '"1"',
      '0.5',
      'Here it is: {"1": 0.2, "2": 0.3, "3": 0.5}',
      '{"1": 0.2, "2": 0.3, "3": 0.5} as asked',
      '```json\n{"1": 0.2, "2": 0.3, "3": 0.5}\n```\n```json\n{"1": 0.2, "2": 0.3, "3": 0.5}\n```',
      '{"1": 0.5, "2": 0.5}',
      '{"1": 0.2, "2": 0.3, "3": 0.5, "4": 0}',
      '{"1": 0.2, "2": 0.3, "03": 0.5}',
      '{"1": 0.2, "2": 0.3, "3.0": 0.5}',
      '{"1": 0.2, "1": 0.2, "2": 0.3, "3": 0.5}',
      '{"1": "0.2", "2": 0.3, "3": 0.5}',
      '{"1": 0.2, "2": 0.3, "3": "50%"}',
      '{"1": -0.2, "2": 0.7, "3": 0.5}',
      '{"1": 1e999, "2": 0, "3": 0}',
      '{"1": NaN, "2": 0.5, "3": 0.5}',
      '{"1": null, "2": 0.5, "3": 0.5}',
      '{"1": {"p": 1}, "2": 0, "3": 0}',
      '{"1": 0.2, "2": 0.3, "__proto__": 0.5}',
      '{"1": 0.2, "2": 0.3, "3": 0.5',
      "{'1': 0.2, '2': 0.3, '3': 0.5}",
    ])
      expect(readShares(text, codes), text).to.deep.equal({ kind: 'malformed' });
  });

  it('gives back any distribution that was written, and is never thrown off by any text', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 101 });
    fc.assert(
      fc.property(weights, (raw) => {
        const sum = raw.reduce((total, value) => total + value, 0);
        fc.pre(sum > 1e-6);
        const keys = raw.map((_, i) => i - 3);
        const given = raw.map((value) => value / sum);
        const text = JSON.stringify(Object.fromEntries(keys.map((key, i) => [key, given[i]])));
        const read = readShares(text, keys);
        expect(read.kind).to.equal('shares');
        if (read.kind === 'shares')
          read.shares.forEach((share, i) => expect(share).to.be.closeTo(given[i] ?? NaN, 1e-12));
      }),
    );
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.double()).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const read = readShares(text, codes);
        if (read.kind === 'malformed') return;
        expect(read.shares).to.have.length(3);
        expect(read.shares.reduce((total, share) => total + share, 0)).to.be.closeTo(1, 1e-9);
        for (const share of read.shares) expect(share).to.be.within(0, 1);
      }),
    );
  });
});
