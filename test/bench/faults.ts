import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openaiModel } from '../../src/engine/openai/model';
import { settingsFor } from '../../src/engine/openai/settings';
import { systemClock } from '../../src/host/systemClock';
import { startSlowServer } from '../fakes/slowServer';
import { held, measure, reached, taken, tell, wholeRun, withModel, type Measured } from './run/measured';
import { writeLargeStudy } from './run/study';

const LATENCY_MS = 50;
const ANSWERS = 1_000;
/** Requests a second that the server takes; it refuses what comes faster. */
const ALLOWED = 400;
/** In place of two minutes, as the server answers in 50 ms in place of seconds. All other settings are as for everybody. */
const TIMEOUT_MS = 2_000;

interface Round {
  readonly run: Measured;
  readonly sent: number;
  readonly overRate: number;
}

/**
 * A whole run against a server with an allowed rate, without faults and with many: 10 % status 429, half of them with
 * `Retry-After: 1`, 5 % status 500, 2 % never answered, 2 % garbage, by chance with each request anew.
 */
export async function bench(): Promise<readonly string[]> {
  const calm = await round('calm');
  const failing = await round('faults');
  const words = ({ run, sent, overRate }: Round): string =>
    `${run.answers} answers, ${Math.round(rate(run))}/s, ${sent} requests, ${overRate} of them too fast`;
  return [
    `${ALLOWED} requests a second allowed; without faults: ${words(calm)}`,
    `with faults: ${words(failing)}`,
    reached('answers that arrived', failing.run.answers / ANSWERS, 1, '×'),
    held('requests an answer', failing.sent / ANSWERS, 1.25, '×'),
    reached('rate against that without faults', rate(failing.run) / rate(calm.run), 0.7, '×'),
  ];
}

async function round(mood: 'calm' | 'faults'): Promise<Round> {
  const server = await startSlowServer(LATENCY_MS, { allowed: ALLOWED, mood });
  const folder = await mkdtemp(join(tmpdir(), 'vignette-faults-'));
  try {
    await writeLargeStudy(folder, ANSWERS, server.baseUrl);
    const run = measure(__filename, folder);
    const { overRate, ...failed } = await server.counts();
    const sent = ANSWERS + overRate + Object.values(failed).reduce((sum, count) => sum + count, 0);
    return { run, sent, overRate };
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The work of the child process. */
export async function child(folder: string): Promise<void> {
  const begun = performance.now();
  const services = withModel(folder, (entry) => {
    if (entry.kind !== 'openai') throw new Error('The project has one model, behind an endpoint.');
    const usual = settingsFor(false, entry.concurrency);
    const settings = { ...usual, transport: { ...usual.transport, totalMs: TIMEOUT_MS } };
    const onEvent = (event: object): void =>
      process.env.BENCH_EVENTS === undefined
        ? undefined
        : void process.stderr.write(`${JSON.stringify(event)}\n`);
    return Promise.resolve(openaiModel(entry, { key: undefined, clock: systemClock, settings, onEvent }));
  });
  const { requests, answers } = await wholeRun(services, 'simulate', folder, 'first');
  tell({ ...taken(begun), firstCallMs: undefined, requests, answers });
}

function rate({ wallMs, answers }: Measured): number {
  return (answers * 1000) / wallMs;
}
