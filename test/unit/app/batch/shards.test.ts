import { expect } from 'chai';
import { readShard, shardLimits, shardWriter } from '../../../../src/app/batch/shards';
import { memoryFiles } from '../../../fakes/memoryFiles';
import { rejection } from '../../../fakes/rejection';

/** Lines in files under these limits. */
async function written(lines: readonly string[], limits: typeof shardLimits, first = 1) {
  const files = memoryFiles({});
  const writer = shardWriter(files, '/run', first, limits);
  for (const line of lines) await writer.add(line);
  const shards = await writer.end();
  return { files, shards, texts: shards.map(({ file }) => files.text(`/run/batch/${file}`)) };
}

describe('files of calls', () => {
  it('stay within what batch engines take: 50,000 lines and 200 MB', () => {
    expect(shardLimits.calls).to.be.at.most(50_000);
    expect(shardLimits.bytes).to.be.at.most(200_000_000);
  });

  it('begin anew where another line would be one too many', async () => {
    const { shards, texts } = await written(['a', 'b', 'c', 'd', 'e'], { calls: 2, bytes: 1000 });
    expect(texts).to.deep.equal(['a\nb\n', 'c\nd\n', 'e\n']);
    expect(shards.map(({ calls }) => calls)).to.deep.equal([2, 2, 1]);
  });

  it('begin anew where another line would be too long, counted in bytes', async () => {
    const { shards, texts } = await written(['ää', 'ää', 'b'], { calls: 9, bytes: 7 });
    expect(texts).to.deep.equal(['ää\n', 'ää\nb\n']);
    expect(shards.map(({ bytes }) => bytes)).to.deep.equal([5, 7]);
  });

  it('are numbered on from those of before', async () => {
    const { shards } = await written(['a', 'b'], { calls: 1, bytes: 10 }, 9999);
    expect(shards.map(({ file }) => file)).to.deep.equal(['calls-9999.jsonl', 'calls-10000.jsonl']);
  });

  it('are read back with the ids of their lines, and not where a byte changed', async () => {
    const lines = ['{"custom_id":"one"}', '{"custom_id":"two"}'];
    const { files, shards } = await written(lines, shardLimits);
    const [shard] = shards;
    if (shard === undefined) throw new Error('There is no file.');
    expect((await readShard(files, '/run', shard)).ids).to.deep.equal(['one', 'two']);
    files.put('/run/batch/calls-0001.jsonl', `${lines.join('\n')} `);
    expect((await rejection(readShard(files, '/run', shard))).code).to.equal('batch/changed');
  });
});
