import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { held, measure, type Measured } from './run/measured';
import { writeLargeStudy } from './run/study';

export { child } from './run/measured';

const ANSWERS = 100_000;

/** A run of 100,000 answers, the same from the cache alone, and again after its last answers were taken away. */
export async function bench(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vignette-replay-'));
  try {
    await writeLargeStudy(folder, ANSWERS);
    const first = measure(__filename, 'simulate', folder, 'first');
    const replay = measure(__filename, 'simulate', folder, 'second');
    await unfinish(folder);
    const resumed = measure(__filename, 'resume', folder, 'second');
    return [
      `first run:  ${words(first)}; ${held('processor time an answer', first.cpuMs / ANSWERS, 0.4, 'ms')}; ${held('memory', first.rssMb, 250, 'MB')}`,
      `replay:     ${words(replay)}; ${held('time', replay.wallMs / 1000, 2, 's')}; ${held('memory', replay.rssMb, 250, 'MB')}`,
      `resume:     ${words(resumed)}; ${held('first call after', (resumed.firstCallMs ?? NaN) / 1000, 1, 's')}`,
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes the last answers of the newest run away, with the cache, so that they are asked again. */
async function unfinish(folder: string): Promise<void> {
  const runs = `${folder}/.vignette/runs`;
  const id = (await readdir(runs)).find((name) => name.endsWith('-2')) ?? '';
  const path = `${runs}/${id}/answers.jsonl`;
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, `${lines.slice(0, ANSWERS - 100).join('\n')}\n`);
  await rm(`${folder}/.vignette/cache`, { recursive: true });
}

function words({ wallMs, cpuMs, rssMb, requests, answers }: Measured): string {
  return `${answers} answers, ${requests} calls, ${(wallMs / 1000).toFixed(2)} s, ${(cpuMs / answers).toFixed(3)} ms of processor an answer, ${Math.round(rssMb)} MB`;
}
