import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the peer is asked: our JSON Schema, and the texts to check one after another. */
export interface PeerWork {
  readonly schema: unknown;
  readonly texts: readonly string[];
}

/** How many milliseconds yaml-language-server takes for each text; or why there are none. */
export async function peerTimes(root: string, work: PeerWork): Promise<readonly number[] | string> {
  const folder = join(root, 'test', 'bench', 'peers');
  if (!existsSync(join(folder, 'node_modules', 'yaml-language-server'))) {
    return 'not installed (npm ci in test/bench/peers)';
  }
  const node = node24(root);
  if (node === undefined) return 'needs the Node 24 of the test bed (npm run workbench installs it)';
  const answer = await answerOf(node, join(folder, 'validate.mjs'), JSON.stringify(work));
  return (JSON.parse(answer) as { times: number[] }).times;
}

function node24(root: string): string | undefined {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(root, 'test', 'e2e', 'node_modules', `node-${process.platform}-${process.arch}`);
  const path = join(packaged, 'bin', 'node');
  return existsSync(path) ? path : undefined;
}

function answerOf(node: string, script: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`yaml-language-server ended with ${code}`));
    });
    child.stdin.end(input);
  });
}
