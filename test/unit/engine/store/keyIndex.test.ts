import { expect } from 'chai';
import { fingerprint, makeKeyIndex } from '../../../../src/engine/store/keyIndex';
import { sha256Hex } from '../../../../src/util/hash';

describe('the index of the cache', () => {
  it('finds every one of 20,000 keys at its place, and none that was not added', () => {
    const index = makeKeyIndex();
    const keys = Array.from({ length: 20_000 }, (_, i) => sha256Hex(`key ${i}`));
    for (const [i, key] of keys.entries())
      index.add(fingerprint(key), { shard: i % 3, from: i * 100, bytes: i });
    expect(index.size).to.equal(20_000);
    const wrong = keys.filter((key, i) => {
      const place = index.find(fingerprint(key));
      return place?.shard !== i % 3 || place.from !== i * 100 || place.bytes !== i;
    });
    expect(wrong).to.deep.equal([]);
    expect(index.find(fingerprint(sha256Hex('another')))).to.equal(undefined);
  });
  it('keeps the first place of a key', () => {
    const index = makeKeyIndex();
    index.add(fingerprint('a'), { shard: 0, from: 5, bytes: 1 });
    index.add(fingerprint('a'), { shard: 1, from: 9, bytes: 1 });
    expect(index.find(fingerprint('a'))).to.deep.equal({ shard: 0, from: 5, bytes: 1 });
  });
  it('knows places beyond four gigabytes', () => {
    const index = makeKeyIndex();
    index.add(fingerprint('a'), { shard: 0, from: 2 ** 40, bytes: 1 });
    expect(index.find(fingerprint('a'))?.from).to.equal(2 ** 40);
  });
  it('sees a key alike as text and as bytes', () => {
    expect(fingerprint(new TextEncoder().encode('a1b2'))).to.deep.equal(fingerprint('a1b2'));
  });
});
