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
export function measure(file: string, ...args: readonly string[]): Measured {
  const code = 'void require(process.argv[1]).child(...process.argv.slice(2))';
  const profile =
    process.env.BENCH_CPU_PROFILE === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_CPU_PROFILE}`];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...profile, '-e', code, file, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

/** The work of the child process: a whole run as the command line does it, with a model that is free. */
export async function child(work: Work, folder: string, what: string): Promise<void> {
  let firstCallMs: number | undefined;
  const begun = performance.now();
  const model = freeModel({ onFirst: () => (firstCallMs = performance.now() - begun) });
  const services = withModel(folder, () => Promise.resolve(model));
  const { requests, answers } = await wholeRun(services, work, folder, what);
  tell({ ...taken(begun), firstCallMs, requests, answers });
}

/** A whole run as the command line does it. @throws Error when it ends before every answer is there. */
export async function wholeRun(
  services: Services,
  work: Work,
  folder: string,
  what: string,
): Promise<{ readonly requests: number; readonly answers: number }> {
  const never = new AbortController().signal;
  const signals = { stop: never, force: never };
  const report = { started: () => undefined, status: () => undefined, progress: () => undefined };
  const result =
    work === 'resume'
      ? await resume(services, { run: what }, signals, report)
      : await simulate(services, { study: `${folder}/large.study.yaml`, name: what }, signals, report);
  if (!result.complete) throw new Error(result.why ?? '');
  return result;
}

/** What this process took so far, and since `begun`. */
export function taken(begun: number): Pick<Measured, 'wallMs' | 'cpuMs' | 'rssMb'> {
  const { user, system } = process.cpuUsage();
  return {
    wallMs: performance.now() - begun,
    cpuMs: (user + system) / 1000,
    rssMb: process.resourceUsage().maxRSS / 1024,
  };
}

/** Hands what was measured to the process that waits for it. */
export function tell(measured: Measured): void {
  process.stdout.write(JSON.stringify(measured));
}

/** The services of this machine; a model is opened as told. */
export function withModel(folder: string, open: Services['models']['open'] | undefined): Services {
  const services = createServices({ env: { ...process.env, VIGNETTE_LOCAL_SERVERS: 'off' }, cwd: folder });
  return open === undefined ? services : { ...services, models: { ...services.models, open } };
}

/** A figure beside its limit. */
export function held(what: string, value: number, limit: number, unit: string): string {
  return `${what} ${value.toFixed(2)} ${unit}, limit ${limit} ${unit}: ${value <= limit ? 'held' : 'MISSED'}`;
}

/** As `held`, for a figure that must not be less. */
export function reached(what: string, value: number, least: number, unit: string): string {
  return `${what} ${value.toFixed(2)} ${unit}, at least ${least} ${unit}: ${value >= least ? 'held' : 'MISSED'}`;
}
