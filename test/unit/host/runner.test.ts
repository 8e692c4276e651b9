import { expect } from 'chai';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunReply } from '../../../src/protocol/run';
import { sha256Hex } from '../../../src/util/hash';
import { framingData, framingStudy } from '../../fakes/appServices';
import { text } from '../../fakes/scriptedReplies';
import { scriptedServer, type ScriptedServer } from '../../fakes/scriptedServer';

const people = 120;

interface Runner {
  readonly child: ChildProcess;
  send(message: object): void;
  /** The first reply, past or to come, that fits. */
  heard<T extends RunReply['type']>(
    type: T,
    fits?: (reply: Extract<RunReply, { type: T }>) => boolean,
  ): Promise<Extract<RunReply, { type: T }>>;
}

function startRunner(home: string): Runner {
  const child = fork(join(__dirname, '..', '..', '..', 'src', 'runner.ts'), [], {
    execArgv: ['--require', 'tsx'],
    env: { ...process.env, VIGNETTE_HOME: home, VIGNETTE_LOCAL_SERVERS: 'off' },
  });
  const replies: RunReply[] = [];
  child.on('message', (reply: RunReply) => replies.push(reply));
  return {
    child,
    send: (message) => void child.send(message),
    heard: async (type, fits = () => true) => {
      for (;;) {
        const found = replies.find(
          (reply) => reply.type === type && fits(reply as Parameters<typeof fits>[0]),
        );
        if (found !== undefined) return found as Parameters<typeof fits>[0];
        await once(child, 'message');
      }
    },
  };
}

/** A process of its own, as the editor has it beside itself. */
describe('the runner', function () {
  this.timeout(60_000);
  let folder = '';
  let server: ScriptedServer;
  let children: ChildProcess[] = [];

  const start = (): Runner => {
    const runner = startRunner(join(folder, 'home'));
    children.push(runner.child);
    return runner;
  };
  const project = async (name: string): Promise<string> => {
    const root = join(folder, name);
    const files = {
      'framing.study.yaml': framingStudy,
      'framing.csv': framingData(people),
      'vignette.yaml': `models:\n  fake: {baseUrl: "${server.baseUrl}", model: m}\n`,
    };
    await mkdir(root);
    for (const [file, content] of Object.entries(files)) await writeFile(join(root, file), content);
    return root;
  };
  const results = (root: string): Promise<string> =>
    readFile(join(root, 'results/framing/fake.direct.results.yaml'), 'utf8');
  const simulate = (root: string) => ({
    type: 'simulate',
    id: 1,
    options: { study: join(root, 'framing.study.yaml'), strategy: 'direct' },
    keys: {},
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-runner-'));
    // The answer follows from the question, so that two runs of one study agree.
    server = await scriptedServer({
      latencyMs: 15,
      answer: ({ body }) => text(String(Number.parseInt(sha256Hex(body).slice(0, 4), 16) % 2)),
    });
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('killed in the middle and resumed, ends with the results of a run that never stopped', async () => {
    const whole = await project('whole');
    const first = start();
    expect(await first.heard('ready')).to.have.property('pid', first.child.pid);
    first.send(simulate(whole));
    const done = await first.heard('done');
    expect(done.result).to.include({ complete: true, answers: people });

    const killed = await project('killed');
    const second = start();
    second.send(simulate(killed));
    const { run } = await second.heard('started');
    await second.heard('progress', ({ progress }) => progress.answered > 0);
    second.child.kill('SIGKILL');
    await once(second.child, 'exit');
    const third = start();
    third.send({ type: 'resume', id: 2, run, root: killed, keys: {} });
    const resumed = await third.heard('done');
    expect(resumed.result).to.include({ complete: true, answers: people, run });
    expect(await results(killed)).to.equal(await results(whole));
  });
  it('ends by itself when the editor goes away, and what was answered is kept', async () => {
    const root = await project('left');
    const runner = start();
    runner.send(simulate(root));
    const { run, dir } = await runner.heard('started');
    await runner.heard('progress', ({ progress }) => progress.answered > 0);
    runner.child.disconnect();
    await once(runner.child, 'exit');
    const manifest = JSON.parse(await readFile(join(dir, 'run.json'), 'utf8')) as {
      state: string;
      id: string;
    };
    expect(manifest).to.include({ state: 'incomplete', id: run });
  });
});
