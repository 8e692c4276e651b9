import { Pool } from 'undici';
import { openaiModel } from '../../src/engine/openai/model';
import { systemClock } from '../../src/host/systemClock';
import type { ModelCall } from '../../src/simulate/types';
import { startSlowServer } from '../fakes/slowServer';
import { anEntry } from '../unit/engine/builders';

const ANSWERS = 1000;
const ROUNDS = 3;
/** Connections of the bare pool: as many as ours has at most. */
const CONNECTIONS = 512;
const never = new AbortController().signal;

/** 1,000 answers from a server of 50 ms on this machine: ours, from slow start, against a bare pool. */
export async function bench(): Promise<readonly string[]> {
  const server = await startSlowServer(50);
  const { baseUrl } = server;
  try {
    const ours: Cost[] = [];
    const bare: Cost[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await cost(() => bareAnswers(baseUrl)));
      ours.push(await cost(() => ourAnswers(baseUrl)));
    }
    const [wall, wallBare] = [least(ours, 'wallMs'), least(bare, 'wallMs')];
    const [busy, busyBare] = [least(ours, 'busyMs') / ANSWERS, least(bare, 'busyMs') / ANSWERS];
    return [
      `${ANSWERS} answers of 50 ms: ours ${walls(ours)}, bare undici pool ${walls(bare)}`,
      `best rounds, ratio ${(wall / wallBare).toFixed(2)}; bound 2000 ms: ${wall <= 2000 ? 'held' : 'MISSED'}`,
      `processor time an answer: ours ${busy.toFixed(2)} ms, bare ${busyBare.toFixed(2)} ms, ratio ${(busy / busyBare).toFixed(2)}`,
    ];
  } finally {
    server.stop();
  }
}

function call(respondent: number): ModelCall {
  const persona = `Respondent ${respondent}. ${'A line about the person. '.repeat(12)}`;
  return {
    kind: 'text',
    messages: [
      { role: 'system', content: 'You take part in a survey.' },
      { role: 'user', content: `${'The stimulus and the question. '.repeat(10)}${persona}` },
    ],
    sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 8, seed: respondent },
  };
}

async function ourAnswers(baseUrl: string): Promise<void> {
  const model = openaiModel(anEntry({ baseUrl: [baseUrl] }), { key: undefined, clock: systemClock });
  let next = 0;
  let open = 0;
  await new Promise<void>((resolve, reject) => {
    const fill = (): void => {
      while (next < ANSWERS && open < model.limit()) {
        open += 1;
        model.ask(call(next++), never).then(() => {
          open -= 1;
          if (next === ANSWERS && open === 0) resolve();
          else fill();
        }, reject);
      }
    };
    fill();
  });
  await model.dispose();
}

async function bareAnswers(baseUrl: string): Promise<void> {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const headers = { 'content-type': 'application/json' };
  const ask = async (respondent: number): Promise<void> => {
    const body = JSON.stringify({ model: 'm', ...call(respondent) });
    const reply = await pool.request({ path: `${pathname}/chat/completions`, method: 'POST', headers, body });
    JSON.parse(await reply.body.text());
  };
  await Promise.all(Array.from({ length: ANSWERS }, (_, respondent) => ask(respondent)));
  await pool.close();
}

interface Cost {
  readonly wallMs: number;
  /** Processor time of this process, which a busy machine distorts less. */
  readonly busyMs: number;
}

async function cost(work: () => Promise<void>): Promise<Cost> {
  const [startedMs, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startedMs, busyMs: (user + system) / 1000 };
}

function least(costs: readonly Cost[], what: keyof Cost): number {
  return Math.min(...costs.map((each) => each[what]));
}

function walls(costs: readonly Cost[]): string {
  return costs.map(({ wallMs }) => `${Math.round(wallMs)} ms`).join(', ');
}
