import { expect } from 'chai';
import { rejection } from '../../../fakes/rejection';
import { withBatches, type Batching } from './batching';

const shardOf = (files: readonly { readonly path: string }[]): string => files[0]?.path ?? '';
const posts = (one: Batching, what: string): number =>
  one.endpoint.requests.filter((request) => request === `POST /v1/${what}`).length;

describe('submitting a run as batches', () => {
  it('uploads the file as it was exported, with the key, and notes the batch', async () => {
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      const result = await one.submit(run);
      expect(result).to.include({ run, created: 1 });
      expect(result.batches).to.deep.equal([
        {
          batch: 'batch_1',
          file: shardOf(files),
          status: 'validating',
          counts: { total: 12, completed: 0, failed: 0 },
          collected: false,
          problem: null,
        },
      ]);
      expect(one.endpoint.files.get('file-1')).to.equal(one.world.files.text(shardOf(files)));
      expect(new Set(one.endpoint.authorisations)).to.deep.equal(new Set(['Bearer sk-secret']));
      const written = one.world.files.paths().map((path) => one.world.files.text(path));
      expect(written.join('\n')).not.to.contain('sk-secret');
    });
  });

  it('submits nothing twice, and says where the batches stand', async () => {
    await withBatches({}, async (one) => {
      const { run } = await one.export();
      await one.submit(run);
      one.endpoint.finish();
      const again = await one.again().submit(run);
      expect(again).to.include({ created: 0 });
      expect(again.batches[0]).to.deep.include({
        status: 'completed',
        counts: { total: 12, completed: 12, failed: 0 },
      });
      expect(one.endpoint.batches).to.have.lengthOf(1);
    });
  });

  for (const forgetful of [false, true])
    it(`finds the batch again of which it never heard, ${forgetful ? 'by its file' : 'by its tag'}`, async () => {
      let lost = true;
      const instead = (method: string, path: string) =>
        lost && method === 'POST' && path === '/v1/batches' ? ('lost' as const) : undefined;
      await withBatches({ instead, forgetful }, async (one) => {
        const { run } = await one.export();
        expect((await rejection(one.submit(run))).code).to.equal('model/unreachable');
        expect(one.endpoint.batches).to.have.lengthOf(1);
        expect((await one.collect(run)).why).to.contain(`finds out: vignette batch submit ${run}`);
        lost = false;
        const again = await one.again().submit(run);
        expect(again).to.include({ created: 0 });
        expect(again.batches[0]?.batch).to.equal('batch_1');
        expect([posts(one, 'files'), posts(one, 'batches')]).to.deep.equal([1, 1]);
      });
    });

  it('uploads again after a refusal, which leaves nothing behind', async () => {
    let refused = true;
    const instead = (method: string, path: string) =>
      refused && method === 'POST' && path === '/v1/batches'
        ? { status: 429, body: '{"error":{"code":"insufficient_quota","message":"Pay sk-secret"}}' }
        : undefined;
    await withBatches({ instead }, async (one) => {
      const { run } = await one.export();
      const error = await rejection(one.submit(run));
      expect(error.code).to.equal('model/quota');
      expect(error.message).not.to.contain('sk-secret');
      refused = false;
      expect(await one.submit(run)).to.include({ created: 1 });
      expect(one.endpoint.files.size).to.equal(2);
    });
  });

  it('waits out failures of the server where that can do no harm', async () => {
    const instead = (_method: string, path: string, n: number) =>
      path === '/v1/files' && n < 2 ? { status: n === 0 ? 503 : 429 } : undefined;
    await withBatches({ instead }, async (one) => {
      const { run } = await one.export();
      expect(await one.submit(run)).to.include({ created: 1 });
    });
  });

  it('follows no redirection, and says where there is no Batch API', async () => {
    for (const [status, code] of [
      [404, 'batch/not-offered'],
      [307, 'model/redirected'],
      [401, 'model/unauthorised'],
    ] as const) {
      const headers = { location: 'http://127.0.0.1:1/elsewhere' };
      await withBatches({ instead: () => ({ status, headers }) }, async (one) => {
        const { run } = await one.export();
        expect((await rejection(one.submit(run))).code).to.equal(code);
        expect(one.endpoint.batches).to.have.lengthOf(0);
      });
    }
  });

  it('understands what is no batch as an error of its own', async () => {
    for (const body of ['<html>', '{}', '[]', '{"id":"../x","status":"in_progress"}']) {
      const instead = (_method: string, path: string) =>
        path === '/v1/batches' ? { status: 200, body } : undefined;
      await withBatches({ instead }, async (one) => {
        const { run } = await one.export();
        expect((await rejection(one.submit(run))).code).to.equal('batch/bad-reply');
      });
    }
  });

  it('sends nothing without a trusted key', async () => {
    const description = { keyEnv: 'KEY', key: 'untrusted', local: false } as const;
    await withBatches(
      {},
      async (one) => {
        const { run } = await one.export();
        expect((await rejection(one.submit(run))).code).to.equal('model/untrusted-key');
        expect(one.endpoint.requests).to.deep.equal([]);
      },
      { description },
    );
  });

  it('sends no profiles of real people without consent', async () => {
    await withBatches(
      {},
      async (one) => {
        const { run } = await one.export();
        expect((await rejection(one.submit(run))).code).to.equal('consent/refused');
        expect(one.world.asked[0]).to.contain('Send the profiles of 12 real respondents');
        expect(one.endpoint.requests).to.deep.equal([]);
        expect(await one.submit(run, { yes: true })).to.include({ created: 1 });
      },
      { description: { local: false } },
    );
  });

  it('exports what a budget holds, and submits no more than that', async () => {
    await withBatches({}, async (one) => {
      const { run, calls, complete, why } = await one.export(undefined, { budget: { calls: 5 } });
      expect({ calls, complete }).to.deep.equal({ calls: 5, complete: false });
      expect(why).to.contain('5 calls');
      const error = await rejection(one.submit(run, { budget: { calls: 4 } }));
      expect(error).to.include({ code: 'batch/over-budget', audience: 'incomplete' });
      expect(one.endpoint.requests).to.deep.equal([]);
      await one.submit(run);
      expect(await one.export(run, { budget: { calls: 8 } })).to.include({ calls: 3, submitted: 5 });
    });
  });

  it('submits no file that was changed, and none that is no longer needed', async () => {
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      const content = one.world.files.text(shardOf(files));
      one.world.files.put(shardOf(files), content.replace('fake-1', 'fake-2'));
      expect((await rejection(one.submit(run))).code).to.equal('batch/changed');
      one.world.files.put(shardOf(files), content);
      await one.simulate();
      expect((await rejection(one.submit(run))).code).to.equal('batch/outdated');
      expect(posts(one, 'files')).to.equal(0);
    });
  });

  it('refuses a record that was changed into something else', async () => {
    await withBatches({}, async (one) => {
      const { run, dir } = await one.export();
      const path = `${dir}/batch/batch.json`;
      const text = one.world.files.text(path);
      for (const changed of [
        text.replace('calls-0001.jsonl', '../../vignette.yaml'),
        text.replace('"exported"', '"sent"'),
        text.replace('"batch": null', '"batch": "a/../b"'),
        text.slice(0, 20),
      ]) {
        one.world.files.put(path, changed);
        expect((await rejection(one.submit(run))).code).to.equal('batch/bad-record');
      }
    });
  });

  it('asks first for an export, and for a model behind an endpoint', async () => {
    await withBatches({}, async (one) => {
      const done = await one.simulate();
      expect((await rejection(one.submit(done.run))).code).to.equal('batch/nothing-exported');
      expect((await rejection(one.collect(done.run))).code).to.equal('batch/nothing-exported');
      const baseline = await one.simulate({ strategy: 'baseline' });
      expect((await rejection(one.export(baseline.run))).code).to.equal('batch/no-endpoint');
      expect((await rejection(one.export(done.run, { seed: 3 }))).code).to.equal('batch/settings');
    });
  });
});
