import { expect } from 'chai';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { framingData, framingStudy } from '../../fakes/appServices';
import { batchEndpoint, callsOf, type BatchEndpoint, type Instead } from '../../fakes/batchEndpoint';

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly json: Readonly<Record<string, unknown>>;
}

/** When the process dies: at the nth request of a kind, before the endpoint serves it or once it has. */
interface Death {
  readonly request: string;
  readonly served: boolean;
}

const deaths: readonly Death[] = [
  { request: 'POST /v1/files', served: false },
  { request: 'POST /v1/files', served: true },
  { request: 'POST /v1/batches', served: false },
  { request: 'POST /v1/batches', served: true },
];

describe('vignette batch in a process that is killed', function () {
  this.timeout(120_000);
  let folder = '';
  let cli = '';
  let endpoint: BatchEndpoint;
  let die: Death | undefined;
  let child: ReturnType<typeof spawn> | undefined;

  /** SIGKILL at the request that was chosen, of which the process never hears. */
  function instead(method: string, path: string): Instead | undefined {
    if (die === undefined || `${method} ${path}` !== die.request) return undefined;
    const { served } = die;
    die = undefined;
    child?.kill('SIGKILL');
    return served ? 'lost' : { status: 503 };
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-batch-'));
    cli = join(folder, 'cli.js');
    await build({
      entryPoints: [join(__dirname, '../../../src/cli.ts')],
      outfile: cli,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    endpoint = await batchEndpoint({ instead });
  });
  after(async () => {
    await endpoint.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function vignette(root: string, ...words: readonly string[]): Promise<Ended> {
    const env = { ...process.env, VIGNETTE_HOME: join(folder, 'home'), VIGNETTE_LOCAL_SERVERS: 'off' };
    const args = [cli, ...words, '--json'];
    const made = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
    child = made;
    let said = '';
    made.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    const [status, signal] = (await once(made, 'close')) as [number | null, NodeJS.Signals | null];
    return { status, signal, json: JSON.parse(said === '' ? '{}' : said) as Ended['json'] };
  }

  async function project(name: string): Promise<string> {
    const root = join(folder, name);
    await mkdir(root);
    await writeFile(join(root, 'framing.study.yaml'), framingStudy.replace('logprob', 'direct'));
    await writeFile(join(root, 'framing.csv'), framingData());
    const models = `models:\n  fake: {baseUrl: "${endpoint.baseUrl}", model: ${name}}\nresults: results\n`;
    await writeFile(join(root, 'vignette.yaml'), models);
    return root;
  }

  const results = (root: string): Promise<string> =>
    readFile(join(root, 'results/framing/fake.direct.results.yaml'), 'utf8');

  for (const [n, death] of deaths.entries())
    it(`${death.served ? 'after' : 'before'} ${death.request} is served: one batch, every answer, no more`, async () => {
      const root = await project(`m${n}`);
      const before = endpoint.batches.length;
      const { json } = await vignette(root, 'batch', 'export', 'framing.study.yaml');
      const run = String(json.run);
      die = death;
      expect(await vignette(root, 'batch', 'submit', run)).to.include({ signal: 'SIGKILL' });
      expect(await vignette(root, 'batch', 'submit', run)).to.include({ status: 0 });
      const made = endpoint.batches.slice(before);
      expect(made).to.have.lengthOf(1);
      expect(callsOf(endpoint.files.get(made[0]?.input ?? '') ?? '')).to.have.lengthOf(12);
      endpoint.finish();
      const collected = await vignette(root, 'batch', 'collect', run);
      expect(collected.status).to.equal(0);
      expect(collected.json).to.include({ complete: true, answers: 12, requests: 12 });
      const viaBatches = await results(root);
      await vignette(root, 'simulate', 'framing.study.yaml', '--fresh');
      expect(await results(root)).to.equal(viaBatches);
    });
});
