import { expect } from 'chai';
import { rejection } from '../../../fakes/rejection';
import { callsOf, outputOf } from '../../../fakes/batchEndpoint';
import { study, withBatches, type Batching } from './batching';

async function submitted(one: Batching): Promise<string> {
  const { run } = await one.export();
  await one.submit(run);
  return run;
}

const stateOf = async (one: Batching, run: string): Promise<object | undefined> =>
  (await one.collect(run)).batches[0];

describe('a batch on its way', () => {
  it('is named in the endpoint’s own words, and collected once it has ended', async () => {
    await withBatches({}, async (one) => {
      const run = await submitted(one);
      for (const status of ['validating', 'in_progress', 'finalizing'] as const) {
        one.endpoint.say(status);
        expect(await stateOf(one, run)).to.include({ status, collected: false });
      }
      one.endpoint.finish();
      expect(await stateOf(one, run)).to.include({ status: 'completed', collected: true });
    });
  });

  it('that failed as a whole says why, and its calls are exported again', async () => {
    const ends = (n: number) =>
      n === 0
        ? ({ status: 'failed', keep: 0, problem: 'Line 3 is not valid.' } as const)
        : ({ status: 'completed', keep: 1 } as const);
    await withBatches({ ends }, async (one) => {
      const run = await submitted(one);
      one.endpoint.finish();
      const result = await one.collect(run);
      expect(result).to.include({ complete: false, open: 12 });
      expect(result.why).to.contain(`vignette batch export ${run}`);
      expect(result.batches[0]).to.include({ status: 'failed', problem: 'Line 3 is not valid.' });
      expect(await one.export(run)).to.include({ calls: 12, submitted: 0 });
      expect(await one.submit(run)).to.include({ created: 1 });
      one.endpoint.finish();
      expect(await one.collect(run)).to.include({ complete: true, answers: 12 });
    });
  });

  it('that was cancelled leaves what it had done', async () => {
    const ends = (n: number) =>
      ({ status: n === 0 ? 'cancelled' : 'completed', keep: n === 0 ? 0.25 : 1 }) as const;
    await withBatches({ ends }, async (one) => {
      const run = await submitted(one);
      one.endpoint.say('cancelling');
      expect(await stateOf(one, run)).to.include({ status: 'cancelling', collected: false });
      one.endpoint.finish();
      expect(await one.collect(run)).to.include({ complete: false, answers: 3, open: 9 });
      expect(await one.export(run)).to.include({ calls: 9, answered: 3 });
    });
  });

  it('is waited for, with longer and longer pauses, and what is seen is said', async () => {
    let [asked, began]: [number, Batching | undefined] = [0, undefined];
    const instead = (method: string, path: string) => {
      if (method === 'GET' && path === '/v1/batches/batch_1') {
        asked += 1;
        if (asked === 2) began?.endpoint.say('in_progress');
        if (asked === 4) began?.endpoint.finish();
      }
      return undefined;
    };
    await withBatches({ instead }, async (one) => {
      began = one;
      const run = await submitted(one);
      const start = one.world.services.clock.now();
      expect(await one.collect(run, [], true)).to.include({ complete: true, answers: 12 });
      expect(one.world.services.clock.now() - start).to.be.within(105_000, 120_000);
      expect(one.world.said.filter((said) => said.startsWith('Batches'))).to.deep.equal([
        'Batches: 1 validating.',
        'Batches: 1 in_progress.',
        'Batches: 1 in_progress.',
      ]);
    });
  });

  it('is not waited for any longer when told to stop, and is collected later', async () => {
    let stop = (): void => undefined;
    const instead = (method: string, path: string) => {
      if (method === 'GET' && path === '/v1/batches/batch_1') stop();
      return undefined;
    };
    await withBatches({ instead }, async (one) => {
      stop = () => one.world.stop.abort();
      const run = await submitted(one);
      expect((await rejection(one.collect(run, [], true))).code).to.equal('run/cancelled');
      stop = () => undefined;
      one.endpoint.finish();
      expect(await one.again().collect(run)).to.include({ complete: true });
    });
  });

  it('that the endpoint no longer has does not hold up the others, and is named', async () => {
    let gone = false;
    const instead = (method: string, path: string) =>
      gone && method === 'GET' && path === '/v1/batches/batch_1' ? { status: 404 } : undefined;
    await withBatches({ instead }, async (one) => {
      const { run } = await one.export(study, { budget: { calls: 5 } });
      await one.submit(run);
      await one.export(run, { budget: { calls: 20 } });
      expect(await one.submit(run)).to.include({ created: 1 });
      one.endpoint.finish();
      gone = true;
      expect((await rejection(one.collect(run))).code).to.equal('batch/not-offered');
      expect(await one.export(run)).to.include({ answered: 7, submitted: 5, calls: 0 });
      gone = false;
      expect(await one.collect(run)).to.include({ complete: true, answers: 12 });
    });
  });

  it('whose output is cut off, from elsewhere or there twice counts line by line', async () => {
    const stranger = (line: string): string => line.replace(/vignette-[0-9a-f]{8}/, 'vignette-00000000');
    const lines = (all: readonly string[]): readonly string[] => {
      const [first = '', second = ''] = all;
      return [first, first, stranger(second), ...all.slice(2, -1), (all.at(-1) ?? '').slice(0, 60)];
    };
    await withBatches({ lines }, async (one) => {
      const run = await submitted(one);
      one.endpoint.finish();
      const result = await one.collect(run);
      expect(result.lines).to.deep.equal({
        read: 13,
        collected: 10,
        known: 0,
        duplicate: 1,
        unknown: 1,
        garbage: 1,
        failed: 0,
      });
      expect(await one.export(run)).to.include({ calls: 2, answered: 10 });
    });
  });

  it('is left alone where files are given, and counts for nothing once they answered its calls', async () => {
    await withBatches({}, async (one) => {
      const { run, files } = await one.export();
      await one.submit(run);
      const asked = one.endpoint.requests.length;
      one.world.files.put('/p/out.jsonl', outputOf(callsOf(one.world.files.text(files[0]?.path ?? ''))));
      expect(await one.collect(run, ['out.jsonl'])).to.include({ complete: true, answers: 12 });
      expect(one.endpoint.requests).to.have.lengthOf(asked);
    });
  });
});
