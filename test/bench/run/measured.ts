import { spawnSync } from 'node:child_process';
import { simulate } from '../../../src/app/simulate';
import { resume } from '../../../src/app/resume';
import type { Services } from '../../../src/app/services';
import { createServices } from '../../../src/host/services';
import { freeModel } from './freeModel';

/** What one process took for one piece of work. */
export interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Most memory that the process had, in MB. */
  readonly rssMb: number;
  /** From the start to the first call; undefined where nothing was asked. */
  readonly firstCallMs: number | undefined;
  readonly requests: number;
  readonly answers: number;
}

export type Work = 'simulate' | 'resume';

/** Runs `child` of the bundled bench `file` in a process of its own, whose memory is not that of others. */
export function measure(file: string, work: Work, folder: string, what: string): Measured {
  const code = 'void require(process.argv[1]).child(...process.argv.slice(2))';
  const profile =
    process.env.BENCH_CPU_PROFILE === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_CPU_PROFILE}`];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...profile, '-e', code, file, work, folder, what],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  if (status !== 0) throw new Error(`${work} of ${folder} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

/** The work of the child process: a whole run as the command line does it, with a model that is free. */
export async function child(work: Work, folder: string, what: string): Promise<void> {
  let firstCallMs: number | undefined;
  const begun = performance.now();
  const model = freeModel({ onFirst: () => (firstCallMs = performance.now() - begun) });
  const services = withModel(folder, () => model);
  const never = new AbortController().signal;
  const signals = { stop: never, force: never };
  const report = { started: () => undefined, status: () => undefined, progress: () => undefined };
  const result =
    work === 'resume'
      ? await resume(services, { run: what }, signals, report)
      : await simulate(services, { study: `${folder}/large.study.yaml`, name: what }, signals, report);
  if (!result.complete) throw new Error(result.why ?? '');
  const { user, system } = process.cpuUsage();
  const measured: Measured = {
    wallMs: performance.now() - begun,
    cpuMs: (user + system) / 1000,
    rssMb: process.resourceUsage().maxRSS / 1024,
    firstCallMs,
    requests: result.requests,
    answers: result.answers,
  };
  process.stdout.write(JSON.stringify(measured));
}

function withModel(folder: string, open: () => ReturnType<typeof freeModel>): Services {
  const services = createServices({ env: { ...process.env, VIGNETTE_LOCAL_SERVERS: 'off' }, cwd: folder });
  return { ...services, models: { ...services.models, open: () => Promise.resolve(open()) } };
}
