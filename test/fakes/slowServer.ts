import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Faults } from './faults';

export interface SlowServer {
  readonly baseUrl: string;
  /** What failed so far. */
  counts(): Promise<Faults['counts']>;
  stop(): void;
}

/**
 * A scripted server in a process of its own, so that its work is not counted as ours.
 * @param failing requests a second that it allows, and whether some fail.
 */
export async function startSlowServer(
  latencyMs: number,
  failing?: { readonly allowed: number; readonly mood: 'calm' | 'faults' },
): Promise<SlowServer> {
  const file = join(process.cwd(), 'test', 'fakes', 'serveSlowly.ts');
  const more = failing === undefined ? [] : [`${failing.allowed}`, failing.mood];
  const args = ['--import', 'tsx', file, `${latencyMs}`, ...more];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = async (): Promise<string> =>
    ((await once(child.stdout, 'data')) as [Buffer])[0].toString().trim();
  return {
    baseUrl: await line(),
    counts: async () => {
      const told = line();
      child.stdin.write('\n');
      return JSON.parse(await told) as Faults['counts'];
    },
    stop: () => void child.kill(),
  };
}
