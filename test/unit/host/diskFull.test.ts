import { expect } from 'chai';
import { build } from 'esbuild';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { framingData, framingStudy } from '../../fakes/appServices';
import { text } from '../../fakes/scriptedReplies';
import { scriptedServer, type ScriptedServer } from '../../fakes/scriptedServer';

const people = 200;

/** Whether this machine lets us mount a disk of our own, in a name space that nobody else sees. */
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0;

/**
 * In a folder that is a disk of 512 kB: a run that fills it; the same resumed once there is room. Ballast leaves little
 * room from the beginning.
 */
const script = `
set -u
mount -t tmpfs -o size=512k none "$DISK"
cd "$DISK"
printf '%s' "$STUDY" > framing.study.yaml
printf '%s' "$DATA" > framing.csv
printf '%s' "$PROJECT" > vignette.yaml
dd if=/dev/zero of=ballast bs=1k count=450 2>/dev/null
"$NODE" "$CLI" simulate framing.study.yaml --json --no-progress; echo "exit $?"
for journal in .vignette/runs/*/answers.jsonl; do echo "kept $(wc -l < "$journal")"; done
rm ballast
for run in .vignette/runs/*; do "$NODE" "$CLI" resume "$(basename "$run")" --json --no-progress; echo "exit $?"; done
`;

describe('a run on a disk that becomes full', function () {
  this.timeout(60_000);
  let folder = '';
  let server: ScriptedServer;

  before(async function () {
    if (!canMount) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'vignette-full-'));
    await mkdir(join(folder, 'disk'));
    server = await scriptedServer({ answer: () => text('1') });
  });
  after(async () => {
    if (!canMount) return;
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says so, keeps what was answered, and is gone on with once there is room', async () => {
    const cli = join(folder, 'cli.js');
    await build({
      entryPoints: [join(__dirname, '../../../src/cli.ts')],
      outfile: cli,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    const { out, requests } = await filled(cli);
    const [failed = '', first, kept = '', resumed = '', second] = out.trim().split('\n');
    expect(JSON.parse(failed)).to.have.nested.property('error.code', 'file/disk-full');
    expect([first, second]).to.deep.equal(['exit 3', 'exit 0']);
    expect(Number(kept.replace('kept ', ''))).to.be.within(1, people - 1);
    expect(JSON.parse(resumed)).to.include({ complete: true, answers: people });
    expect(requests).to.be.at.least(people);
  });

  async function filled(cli: string): Promise<{ readonly out: string; readonly requests: number }> {
    const env = {
      ...process.env,
      DISK: join(folder, 'disk'),
      NODE: process.execPath,
      CLI: cli,
      STUDY: framingStudy.replace('strategy: logprob', 'strategy: direct'),
      DATA: framingData(people),
      PROJECT: `models:\n  fake: {baseUrl: "${server.baseUrl}", model: m}\n`,
      VIGNETTE_HOME: join(folder, 'home'),
      VIGNETTE_LOCAL_SERVERS: 'off',
    };
    const child = spawn('unshare', ['-rm', 'sh', '-c', script], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
    await new Promise((resolve) => child.on('close', resolve));
    return { out, requests: server.chats().length };
  }
});
