import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli/main';
import { openaiModel } from '../../../src/engine/openai/model';
import { settingsFor } from '../../../src/engine/openai/settings';
import { createServices } from '../../../src/host/services';
import { systemClock } from '../../../src/host/systemClock';
import { framingData, framingStudy } from '../../fakes/appServices';
import {
  faults,
  manyFaults,
  noFaults,
  steadyAnswer,
  type FaultShares,
  type Faults,
} from '../../fakes/faults';
import { scriptedServer } from '../../fakes/scriptedServer';

const people = 600;

/** The engine's own policies, with all times divided so that the test takes seconds. */
const usual = settingsFor(false, undefined);
const settings = {
  ...usual,
  transport: { ...usual.transport, totalMs: 400 },
  limiter: { ...usual.limiter, pauseMs: 20 },
  retry: { ...usual.retry, baseMs: 10 },
};

interface Ran {
  readonly status: number;
  readonly said: Record<string, unknown>;
  /** What the journal holds of each answer, in the order of the plan. */
  readonly answers: readonly unknown[];
  readonly requests: number;
  readonly faults: Faults['counts'];
}

async function simulated(shares: FaultShares): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'vignette-faults-'));
  const failing = faults({ seed: 7, shares, retryAfterMs: 30, answer: steadyAnswer([0, 1]) });
  const server = await scriptedServer({ answer: failing.answer, latencyMs: 2 });
  try {
    await writeFile(join(folder, 'framing.study.yaml'), framingStudy);
    await writeFile(join(folder, 'framing.csv'), framingData(people));
    await writeFile(
      join(folder, 'vignette.yaml'),
      `models: {fake: {model: m, baseUrl: "${server.baseUrl}"}}\n`,
    );
    const { status, out } = await commandLine(
      folder,
      'simulate',
      'framing.study.yaml',
      '--strategy',
      'direct',
    );
    const said = JSON.parse(out) as Record<string, unknown>;
    const answers = await journalled(`${String(said.dir)}/answers.jsonl`);
    return { status, said, answers, requests: server.chats().length, faults: failing.counts };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function commandLine(
  folder: string,
  ...argv: readonly string[]
): Promise<{ status: number; out: string }> {
  const out: string[] = [];
  const stdio = {
    out: { write: (text: string) => void out.push(text), isTTY: false },
    err: { write: () => undefined, isTTY: false },
    readLine: undefined,
    cwd: folder,
    signals: { stop: new AbortController().signal, force: new AbortController().signal },
  };
  const services: typeof createServices = (deps) => {
    const made = createServices(deps);
    const open: typeof made.models.open = (entry) => {
      if (entry.kind !== 'openai') throw new Error('The project has one model.');
      return Promise.resolve(openaiModel(entry, { key: undefined, clock: systemClock, settings }));
    };
    return { ...made, models: { ...made.models, open } };
  };
  const env = { VIGNETTE_HOME: join(folder, 'home'), VIGNETTE_LOCAL_SERVERS: 'off' };
  const status = await main({ version: '0', services }, [...argv, '--json'], stdio, env);
  return { status, out: out.join('') };
}

async function journalled(path: string): Promise<readonly unknown[]> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown> & { index: number });
  return records
    .sort((a, b) => a.index - b.index)
    .map(({ index, person, condition, outcome, result, raw, prompt, usage, retries }) => ({
      index,
      person,
      condition,
      outcome,
      result,
      raw,
      prompt,
      usage,
      retries,
    }));
}

describe('a run against a server that fails a fifth of all requests', () => {
  let calm: Ran;
  let failing: Ran;
  before(async function () {
    this.timeout(120_000);
    calm = await simulated(noFaults);
    failing = await simulated(manyFaults);
  });

  it('ends with every answer, the same as without a fault', () => {
    expect(calm.said).to.deep.include({ answers: people, failed: 0, complete: true });
    expect(failing.said).to.deep.include({ answers: people, failed: 0, complete: true });
    expect(failing.status).to.equal(0);
    expect(failing.answers).to.deep.equal(calm.answers);
  });
  it('repeats each request that failed, and no other', () => {
    const { rateLimited, serverError, hang, garbage } = failing.faults;
    expect(calm.requests).to.equal(people);
    expect(failing.requests).to.equal(people + rateLimited + serverError + hang + garbage);
    expect(Math.min(rateLimited, serverError, hang, garbage)).to.be.greaterThan(0);
  });
  it('bills what was answered alone, once', () => {
    expect(failing.said.usage).to.deep.equal(calm.said.usage);
  });
});
