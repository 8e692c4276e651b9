import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { startSlowServer } from '../fakes/slowServer';
import { held, measure, reached, taken, tell, wholeRun, withModel, type Measured } from './run/measured';
import { CONNECTIONS, writeLargeStudy } from './run/study';

const LATENCY_MS = 50;
const ANSWERS = 20_000;
const MANY = 100_000;
const ROUNDS = 3;

/**
 * Whole runs as the command line makes them (study and data read, prompts, requests, parsing, cache, journal, metrics, results
 * file) against a server of 50 ms in a process of its own, beside a bare pool with as many connections.
 */
export async function bench(): Promise<readonly string[]> {
  const server = await startSlowServer(LATENCY_MS);
  try {
    const rounds: { readonly bare: Measured; readonly ours: Measured }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({
        bare: measure(__filename, 'bare', server.baseUrl, `${ANSWERS}`),
        ours: await measuredRun(server.baseUrl, ANSWERS),
      });
    const many = await measuredRun(server.baseUrl, MANY);
    const ratios = rounds.map(({ bare, ours }) => rate(ours) / rate(bare));
    return [
      ...rounds.map(({ bare, ours }) => `${ANSWERS} answers: ours ${words(ours)}; bare pool ${words(bare)}`),
      `${MANY} answers: ours ${words(many)}`,
      reached(
        'best of all',
        Math.max(rate(many), ...rounds.map(({ ours }) => rate(ours))),
        2500,
        'answers/s',
      ),
      reached('best ratio of a round', Math.max(...ratios), 0.6, '×'),
      held(`of ${MANY} answers, processor time an answer`, many.cpuMs / MANY, 0.4, 'ms'),
      held(`of ${MANY} answers, memory`, many.rssMb, 250, 'MB'),
    ];
  } finally {
    server.stop();
  }
}

async function measuredRun(baseUrl: string, answers: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'vignette-throughput-'));
  try {
    await writeLargeStudy(folder, answers, baseUrl);
    return measure(__filename, 'ours', folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The work of the child process. */
export async function child(work: 'ours' | 'bare', where: string, count: string): Promise<void> {
  const begun = performance.now();
  const { requests, answers } =
    work === 'ours'
      ? await wholeRun(withModel(where, undefined), 'simulate', where, 'first')
      : await bareAnswers(where, Number(count));
  tell({ ...taken(begun), firstCallMs: undefined, requests, answers });
}

/** The same number of requests of about the same size, their replies read as JSON and nothing else. */
async function bareAnswers(baseUrl: string, count: number): Promise<{ requests: number; answers: number }> {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const headers = { 'content-type': 'application/json' };
  let next = 0;
  const ask = async (): Promise<void> => {
    while (next < count) {
      const body = JSON.stringify(bodyOf((next += 1)));
      const reply = await pool.request({
        path: `${pathname}/chat/completions`,
        method: 'POST',
        headers,
        body,
      });
      JSON.parse(await reply.body.text());
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  await pool.close();
  return { requests: count, answers: count };
}

function bodyOf(nth: number): object {
  const content = `${'The programme saves two hundred people, says the report. '.repeat(17)}Respondent ${nth}.`;
  const messages = [
    { role: 'system', content: 'You are one respondent of a survey.' },
    { role: 'user', content },
  ];
  return { model: 'm', messages, temperature: 1, top_p: 1, max_tokens: 8, seed: nth };
}

function rate({ wallMs, answers }: Measured): number {
  return (answers * 1000) / wallMs;
}

function words(measured: Measured): string {
  const { answers, cpuMs, rssMb } = measured;
  return `${Math.round(rate(measured))}/s, ${(cpuMs / answers).toFixed(3)} ms of processor each, ${Math.round(rssMb)} MB`;
}
