import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fetchModel } from '../../src/engine/embedded/install/fetchModel';
import { embeddedStatus } from '../../src/engine/embedded/store';
import { nodeFiles } from '../../src/host/nodeFiles';
import { storageFolder } from '../../src/host/storage';
import { systemClock } from '../../src/host/systemClock';

const CONTEXT = 2048;

export interface Peer {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** A llama-server with the default small model on a free port of this machine. */
export async function startPeer(binary: string): Promise<Peer> {
  const home = storageFolder(process.env);
  const signal = AbortSignal.timeout(300_000);
  await fetchModel(home, { files: nodeFiles, clock: systemClock, signal, onProgress: () => undefined });
  const { paths } = await embeddedStatus(home);
  const port = await freePort();
  const places = ['-m', paths.model, '--host', '127.0.0.1', '--port', `${port}`, '-c', `${CONTEXT}`];
  const options = ['-t', '1', '--parallel', '1', '--no-webui', '--no-warmup', '--alias', 'smollm2'];
  const child = spawn(binary, [...places, ...options], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await ready(origin, child, signal);
  return {
    baseUrl: `${origin}/v1`,
    stop: async () => {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
}

async function ready(origin: string, child: ChildProcess, signal: AbortSignal): Promise<void> {
  while (child.exitCode === null) {
    const reply = await fetch(`${origin}/health`, { signal }).catch(() => undefined);
    if (reply?.status === 200) return;
    await systemClock.sleep(100, signal);
  }
  throw new Error(`llama-server ended with status ${child.exitCode} before it was ready.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
