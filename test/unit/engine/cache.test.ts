import { expect } from 'chai';
import { openCache } from '../../../src/engine/cache';
import type { ModelReply } from '../../../src/simulate/types';
import type { VignetteError } from '../../../src/util/errors';
import { fakeClock } from '../../fakes/fakeClock';
import { memoryFiles } from '../../fakes/memoryFiles';
import { aTextReply } from './builders';

const folder = '/project/.vignette/cache';
const clock = fakeClock({ auto: true });

describe('the answer cache', () => {
  it('gives a reply back to a later process', async () => {
    const files = memoryFiles();
    const first = await openCache(files, folder, clock);
    await first.put('a1', aTextReply('3'));
    await first.close();
    const second = await openCache(files, folder, clock);
    expect(second.get('a1')).to.deep.equal(aTextReply('3'));
    expect(second.get('a2')).to.equal(undefined);
  });

  it('makes no file when nothing is put', async () => {
    const files = memoryFiles();
    await (await openCache(files, folder, clock)).close();
    expect(files.paths()).to.deep.equal([]);
  });

  it('goes on with a new shard when the last is full', async () => {
    const line = `{"k":"a1","r":${JSON.stringify(aTextReply('3'))}}\n`;
    const full = `${line}${'x'.repeat(32 * 1024 * 1024)}\n`;
    const files = memoryFiles({ [`${folder}/0001.jsonl`]: full });
    const cache = await openCache(files, folder, clock);
    await cache.put('b1', aTextReply('4'));
    await cache.close();
    expect(files.paths()).to.deep.equal([`${folder}/0001.jsonl`, `${folder}/0002.jsonl`]);
    const later = await openCache(files, folder, clock);
    expect([later.get('a1'), later.get('b1')]).to.deep.equal([aTextReply('3'), aTextReply('4')]);
  });

  it('writes a reply that it has already only once', async () => {
    const files = memoryFiles();
    const cache = await openCache(files, folder, clock);
    await cache.put('a1', aTextReply('3'));
    await cache.put('a1', aTextReply('4'));
    await cache.close();
    expect(files.text(`${folder}/0001.jsonl`).trim().split('\n')).to.have.length(1);
    expect(cache.get('a1')).to.deep.equal(aTextReply('3'));
  });

  it('passes over garbage, truncated lines and replies of another shape', async () => {
    const good = `{"k":"a1","r":${JSON.stringify(aTextReply('3'))}}`;
    const lines = [
      'garbage',
      '{"k":"a2","r":{"kind":"text"}}',
      '{"k":"a3","r":{]}}',
      good,
      '{"k":"a4","r":{"ki',
    ];
    const files = memoryFiles({ [`${folder}/0001.jsonl`]: lines.join('\n') });
    const cache = await openCache(files, folder, clock);
    expect(['a1', 'a2', 'a3', 'a4'].map((key) => cache.get(key))).to.deep.equal([
      aTextReply('3'),
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps what is put after a line that another process left unfinished', async () => {
    const files = memoryFiles({ [`${folder}/0001.jsonl`]: '{"k":"a4","r":{"ki' });
    const cache = await openCache(files, folder, clock);
    await cache.put('a4', aTextReply('5'));
    await cache.close();
    expect((await openCache(files, folder, clock)).get('a4')).to.deep.equal(aTextReply('5'));
  });

  it('lets two processes append to one shard', async () => {
    const files = memoryFiles();
    const [one, two] = [await openCache(files, folder, clock), await openCache(files, folder, clock)];
    await Promise.all([one.put('a1', aTextReply('1')), two.put('a2', aTextReply('2'))]);
    await Promise.all([one.close(), two.close()]);
    const later = await openCache(files, folder, clock);
    expect([later.get('a1'), later.get('a2')]).to.deep.equal([aTextReply('1'), aTextReply('2')]);
  });

  it('reports a full disk once and goes on answering from memory', async () => {
    const files = memoryFiles();
    const problems: VignetteError[] = [];
    const cache = await openCache(files, folder, clock, (problem) => problems.push(problem));
    files.failWrites('file/disk-full');
    await cache.put('a1', aTextReply('1'));
    await cache.put('b1', aTextReply('2'));
    await cache.close();
    expect(problems.map(({ code }) => code)).to.deep.equal(['file/disk-full']);
    expect(cache.get('b1')).to.deep.equal(aTextReply('2'));
  });

  it('keeps more than it holds in memory, over shards, and gives all of it back', async () => {
    const files = memoryFiles({ [`${folder}/0007.jsonl`]: `${'x'.repeat(32 * 1024 * 1024 - 100_000)}\n` });
    const keys = Array.from({ length: 10_500 }, (_, i) => `key-${i}`);
    const cache = await openCache(files, folder, clock);
    await Promise.all(keys.map((key, i) => cache.put(key, aTextReply(`${i}`))));
    await cache.put('last', aTextReply('l'));
    const here = keys.filter((key, i) => textIn(cache.get(key)) !== `${i}`);
    await cache.close();
    const later = await openCache(files, folder, clock);
    expect(here).to.deep.equal([]);
    expect(keys.filter((key, i) => textIn(later.get(key)) !== `${i}`)).to.deep.equal([]);
    expect(textIn(later.get('last'))).to.equal('l');
    expect(files.paths()).to.deep.equal([`${folder}/0007.jsonl`, `${folder}/0008.jsonl`]);
  }).timeout(60_000);

  it('gives the reply whose line was cut off at any byte only when the line is whole', async () => {
    const first = `{"k":"a1","r":${JSON.stringify(aTextReply('3'))}}\n`;
    const second = `{"k":"b1","r":${JSON.stringify(aTextReply('ü'))}}\n`;
    const bytes = Buffer.from(first + second);
    for (let end = 0; end <= bytes.length; end += 1) {
      const files = memoryFiles({ [`${folder}/0001.jsonl`]: bytes.subarray(0, end) });
      const cache = await openCache(files, folder, clock);
      expect([textIn(cache.get('a1')), textIn(cache.get('b1'))], `${end} bytes`).to.deep.equal([
        end >= first.length ? '3' : undefined,
        end >= bytes.length ? 'ü' : undefined,
      ]);
      await cache.put('c1', aTextReply('5'));
      await cache.close();
      expect(textIn((await openCache(files, folder, clock)).get('c1')), `${end} bytes`).to.equal('5');
    }
  });
});

const textIn = (reply: ModelReply | undefined): string | undefined =>
  reply?.kind === 'text' ? reply.text : undefined;
