import { expect } from 'chai';
import { rejection } from '../../../fakes/rejection';
import { asked, resultsOf, withBatches, type Batching } from './batching';

async function ready(one: Batching): Promise<{ readonly run: string; readonly dir: string }> {
  const exported = await one.export();
  await one.submit(exported.run);
  one.endpoint.finish();
  return exported;
}

describe('batches of a run that is killed between two steps', () => {
  it('are collected where the replies were kept and the collecting was not noted', async () => {
    await withBatches({}, async (one) => {
      const { run, dir } = await ready(one);
      const record = one.world.files.text(`${dir}/batch/batch.json`);
      await one.collect(run);
      one.world.files.put(`${dir}/batch/batch.json`, record);
      const again = await one.again().collect(run);
      expect(again).to.include({ complete: true, answers: 12, requests: 12 });
      expect(again.lines).to.include({ read: 12, collected: 0, unknown: 0, known: 12 });
      expect(resultsOf(one)).to.equal(await asked({}));
    });
  });

  it('are collected where journal and replies end in the middle of a line', async () => {
    await withBatches({}, async (one) => {
      const { run, dir } = await ready(one);
      const record = one.world.files.text(`${dir}/batch/batch.json`);
      await one.collect(run);
      const { files } = one.world;
      files.put(`${dir}/batch/batch.json`, record);
      const replies = `${dir}/batch/replies/0001.jsonl`;
      files.put(replies, files.text(replies).slice(0, -40));
      files.put(`${dir}/answers.jsonl`, files.text(`${dir}/answers.jsonl`).slice(0, 40));
      files.put('/p/.vignette/cache/0001.jsonl', '');
      const again = await one.again().collect(run);
      expect(again).to.include({ complete: true, answers: 12, requests: 12 });
      expect(again.lines).to.include({ collected: 1, known: 11 });
      expect(resultsOf(one)).to.equal(await asked({}));
    });
  });

  it('are finished from the replies where the journal was never written', async () => {
    await withBatches({}, async (one) => {
      const { run, dir } = await ready(one);
      await one.collect(run);
      one.world.files.put(`${dir}/answers.jsonl`, '');
      expect(await one.again().collect(run)).to.include({ complete: true, requests: 12, cached: 0 });
    });
  });

  it('are written anew where files of calls were replaced and the record was not', async () => {
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      one.world.files.put(files[0]?.path ?? '', 'half a li');
      expect((await rejection(one.submit(run))).code).to.equal('batch/changed');
      expect(await one.export(run)).to.include({ calls: 12 });
      expect(await one.submit(run)).to.include({ created: 1 });
    });
  });

  it('are not taken for collected when the disk is full', async () => {
    await withBatches({}, async (one) => {
      const { run } = await ready(one);
      const { files } = one.world;
      const collecting = one.collect(run);
      files.failWrites('file/disk-full');
      expect((await rejection(collecting)).code).to.equal('file/disk-full');
      files.failWrites(undefined);
      expect(await one.again().collect(run)).to.include({ complete: true, answers: 12 });
    });
  });

  it('are held by one process alone', async () => {
    await withBatches({}, async (one) => {
      const { run, dir } = await ready(one);
      const unlock = await one.world.files.lock(`${dir}/lock`);
      expect((await rejection(one.again().collect(run))).code).to.equal('run/locked');
      expect((await rejection(one.again().submit(run))).code).to.equal('run/locked');
      await unlock();
    });
  });

  it('stop between two batches when they are told to', async () => {
    await withBatches({}, async (one) => {
      const { run } = await one.export();
      one.world.stop.abort();
      expect((await rejection(one.submit(run))).code).to.equal('run/cancelled');
      expect(one.endpoint.requests).to.deep.equal([]);
    });
  });
});
