import { expect } from 'chai';
import { readManifest } from '../../../../src/workspace/manifest';
import { callsOf, bySeed, outputOf } from '../../../fakes/batchEndpoint';
import { badRequest, text, tokens } from '../../../fakes/scriptedReplies';
import { asked, resultsOf, study, throughBatches, withBatches } from './batching';

const unreadableAtFirst = () => {
  const seen = new Set<string>();
  return (body: Readonly<Record<string, unknown>>) => {
    const messages = JSON.stringify(body.messages);
    if (seen.has(messages)) return bySeed(body);
    seen.add(messages);
    return text('I would rather not say');
  };
};

describe('a run through batches', () => {
  it('ends with the results file of a run that asked call by call, byte for byte', async () => {
    const whole = await asked({});
    await withBatches({}, async (one) => {
      await throughBatches(one);
      expect(resultsOf(one)).to.equal(whole);
      expect(one.endpoint.chats).to.deep.equal([]);
    });
  });

  it('does so for probabilities, asking calls of equal messages once', async () => {
    const answer = () => tokens({ '0': 0.3, '1': 0.6 });
    const options = { strategy: 'logprob' };
    const whole = await asked({ answer }, options);
    await withBatches({ answer }, async (one) => {
      await throughBatches(one, options);
      expect(resultsOf(one, 'logprob')).to.equal(whole);
    });
  });

  it('asks unreadable replies again in the next export, and ends the same', async () => {
    const whole = await asked({ answer: unreadableAtFirst() });
    await withBatches({ answer: unreadableAtFirst() }, async (one) => {
      const { run, calls } = await one.export();
      await one.submit(run);
      one.endpoint.finish();
      expect(await one.collect(run)).to.include({ complete: false, answers: 0, open: calls });
      expect(await one.export(run)).to.include({ calls });
      await one.submit(run);
      one.endpoint.finish();
      expect(await one.collect(run)).to.include({ complete: true, retried: 12, requests: 24 });
      expect(resultsOf(one)).to.equal(whole);
    });
  });

  it('sends the bodies that the client for single calls sends', async () => {
    await withBatches({}, async (one) => {
      await one.simulate();
      const sent = one.endpoint.chats.map((body) => JSON.stringify(body)).sort();
      const { files } = await one.export(study, { fresh: true });
      const lines = callsOf(one.world.files.text(files[0]?.path ?? ''));
      expect(lines.map(({ body }) => JSON.stringify(body)).sort()).to.deep.equal(sent);
      expect(new Set(lines.map(({ custom_id: id }) => id)).size).to.equal(12);
      for (const { custom_id: id, method, url } of lines) {
        expect(id).to.match(/^vignette-[0-9a-f]{48}$/);
        expect({ method, url }).to.deep.equal({ method: 'POST', url: '/v1/chat/completions' });
      }
    });
  });

  it('words requests for OpenAI where that is asked for', async () => {
    await withBatches({}, async (one) => {
      const { files, dialect, run } = await one.export(study, { dialect: 'openai' });
      expect(dialect).to.equal('openai');
      const [first] = callsOf(one.world.files.text(files[0]?.path ?? ''));
      expect(first?.body).to.include.keys('max_completion_tokens', 'seed', 'temperature');
      expect(first?.body).not.to.have.any.keys('top_k', 'min_p', 'repetition_penalty', 'max_tokens');
      expect((await one.export(run)).dialect).to.equal('openai');
    });
  });

  it('exports nothing that the cache answers, and finishes from it without a batch', async () => {
    await withBatches({}, async (one) => {
      await one.simulate();
      const exported = await one.export();
      expect(exported).to.include({ calls: 0, answered: 12, complete: true });
      expect(await one.collect(exported.run)).to.include({ complete: true, cached: 12, requests: 0 });
    });
  });

  it('writes the same files when it exports again, and nothing that waits in a batch', async () => {
    await withBatches({}, async (one) => {
      const first = await one.export();
      const [file] = first.files;
      const content = one.world.files.text(file?.path ?? '');
      expect((await one.export(first.run)).files).to.deep.equal(first.files);
      expect(one.world.files.text(file?.path ?? '')).to.equal(content);
      await one.submit(first.run);
      expect(await one.export(first.run)).to.include({ calls: 0, submitted: 12 });
    });
  });

  it('says of a run that waits for its batches that it is incomplete, and why', async () => {
    await withBatches({}, async (one) => {
      const { run, dir } = await one.export();
      await one.submit(run);
      const result = await one.collect(run);
      expect(result).to.include({ complete: false, open: 12 });
      expect(result.why).to.contain('1 batch runs still').and.to.contain(`vignette batch collect ${run}`);
      expect(await readManifest(one.world.files, dir)).to.include({ state: 'incomplete', why: result.why });
    });
  });

  it('books what the replies cost, once, however often it collects', async () => {
    await withBatches({}, async (one) => {
      const { run } = await one.export();
      await one.submit(run);
      one.endpoint.finish();
      const first = await one.collect(run);
      expect(first).to.include({ requests: 12, answers: 12, cached: 0 });
      expect(first.usage).to.deep.equal({ in: 2400, out: 12, usd: 0 });
      expect(first.lines).to.include({ read: 12, collected: 12 });
      const second = await one.collect(run);
      expect(second).to.include({ requests: 12, complete: true });
      expect(second.lines.read).to.equal(0);
      expect(second.usage).to.deep.equal(first.usage);
    });
  });

  it('asks failed and expired calls again', async () => {
    let failing = true;
    const answer = (body: Readonly<Record<string, unknown>>, n: number) =>
      failing && n % 4 === 0 ? badRequest('Too busy.') : bySeed(body);
    const ends = (n: number) =>
      ({ status: n === 0 ? 'expired' : 'completed', keep: n === 0 ? 0.5 : 1 }) as const;
    await withBatches({ answer, ends }, async (one) => {
      const { run, dir } = await one.export();
      await one.submit(run);
      one.endpoint.finish();
      const result = await one.collect(run);
      expect(result.lines).to.include({ collected: 4, failed: 2 });
      expect(result.problems).to.deep.equal([{ message: 'Too busy.', count: 2 }]);
      expect(result.batches[0]).to.include({ status: 'expired', collected: true });
      expect(one.world.files.text(`${dir}/batch/failures.jsonl`)).to.contain('"status":400');
      failing = false;
      expect(await one.export(run)).to.include({ calls: 8, answered: 4 });
      await one.submit(run);
      one.endpoint.finish();
      expect(await one.collect(run)).to.include({ complete: true, answers: 12 });
      expect(resultsOf(one)).to.equal(await asked({}));
    });
  });

  it('collects the output of a run on one’s own machines, in any order and in parts', async () => {
    const whole = await asked({});
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      const calls = callsOf(one.world.files.text(files[0]?.path ?? ''));
      one.world.files.put('/p/a.jsonl', outputOf(calls.slice(6).reverse()));
      one.world.files.put('/p/b.jsonl', outputOf(calls.slice(0, 6)).trimEnd());
      expect(await one.collect(run, ['a.jsonl'])).to.include({ complete: false, answers: 6, open: 6 });
      expect((await one.collect(run, ['a.jsonl'])).lines).to.include({ collected: 0, known: 6 });
      expect(await one.collect(run, ['b.jsonl'])).to.include({ complete: true });
      expect(resultsOf(one)).to.equal(whole);
      expect(one.endpoint.requests).to.deep.equal([]);
    });
  });

  it('counts lines that are no reply, that are there twice, and that nobody asked for', async () => {
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      const calls = callsOf(one.world.files.text(files[0]?.path ?? ''));
      const good = outputOf(calls.slice(0, 4)).trimEnd().split('\n');
      const stranger = outputOf(calls.slice(0, 1))
        .replace(/vignette-[0-9a-f]{8}/, 'vignette-00000000')
        .trimEnd();
      const empty = JSON.stringify({
        custom_id: calls[5]?.custom_id,
        response: { status_code: 200, body: {} },
        error: null,
      });
      const lines = [...good, good[0], stranger, 'not JSON', '{"custom_id":7}', '', empty, '[1'];
      one.world.files.put('/p/out.jsonl', lines.join('\n'));
      expect((await one.collect(run, ['out.jsonl'])).lines).to.deep.equal({
        read: 10,
        collected: 4,
        known: 0,
        duplicate: 1,
        unknown: 1,
        garbage: 3,
        failed: 1,
      });
    });
  });

  it('reads first replies and replies to their retries from the same files', async () => {
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      const first = callsOf(one.world.files.text(files[0]?.path ?? ''));
      one.world.files.put(
        '/p/one.jsonl',
        outputOf(first, () => text('hm')),
      );
      await one.collect(run, ['one.jsonl']);
      const [file] = (await one.export(run)).files;
      one.world.files.put('/p/two.jsonl', outputOf(callsOf(one.world.files.text(file?.path ?? ''))));
      const other = await one.export(study, { fresh: true });
      expect(other.run).not.to.equal(run);
      const result = await one.collect(other.run, ['two.jsonl', 'one.jsonl']);
      expect(result).to.include({ complete: true, retried: 12 });
      expect(result.lines).to.include({ collected: 24, unknown: 0 });
    });
  });
});
