import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface SlowServer {
  readonly baseUrl: string;
  stop(): void;
}

/** A scripted server in a process of its own, so that its work is not counted as ours. */
export async function startSlowServer(latencyMs: number): Promise<SlowServer> {
  const args = ['--import', 'tsx', join(process.cwd(), 'test', 'fakes', 'serveSlowly.ts'), `${latencyMs}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { baseUrl: line.toString().trim(), stop: () => void child.kill() };
}
