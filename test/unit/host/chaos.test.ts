import { expect } from 'chai';
import { build } from 'esbuild';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { readdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../../../src/util/hash';
import { rng } from '../../../src/util/rng';
import { framingData, framingStudy } from '../../fakes/appServices';
import { text } from '../../fakes/scriptedReplies';
import { scriptedServer, type ScriptedServer } from '../../fakes/scriptedServer';
import { live, type Death, type Life } from './chaos/life';

const kills = 50;
const seed = 6;
const concurrency = 4;
const people = 150;
/** Calls between two kills, on average. */
const pace = 35;

const study = framingStudy.replace(
  'strategy: logprob',
  'strategy: direct, assign: all, draws: 2, orders: both',
);

describe('a run process that is killed again and again', function () {
  this.timeout(600_000);
  let folder = '';
  let runner = '';
  let server: ScriptedServer;
  let onCall: (body: string) => void = () => undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-chaos-'));
    runner = join(folder, 'runner.js');
    await build({
      entryPoints: [join(__dirname, '../../../src/runner.ts')],
      outfile: runner,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    // The reply follows from the question; one in twelve cannot be read, so that retries are among what is killed.
    server = await scriptedServer({
      latencyMs: 3,
      answer: ({ body }) => {
        onCall(body);
        const digits = Number.parseInt(sha256Hex(body).slice(0, 6), 16);
        return text(digits % 12 === 0 ? 'I would rather not say.' : String(digits % 2));
      },
    });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function project(name: string): Promise<Project> {
    const root = join(folder, name);
    await mkdir(root);
    await writeFile(join(root, 'framing.study.yaml'), study);
    await writeFile(join(root, 'framing.csv'), framingData(people));
    const model = `{baseUrl: "${server.baseUrl}", model: m, concurrency: ${concurrency}}`;
    await writeFile(join(root, 'vignette.yaml'), `models:\n  fake: ${model}\n`);
    return { root, asked: new Set() };
  }

  function aLife(of: Project, deaths: readonly Death[], calls = Infinity): Promise<Life> {
    return live({
      runner,
      home: join(folder, 'home'),
      request: requestFor(of.root),
      deaths,
      answered: of.asked.size === calls,
      onCall: (listen) => {
        onCall = (body) => {
          of.asked.add(body);
          listen(of.asked.size === calls);
        };
      },
    });
  }

  it(`ends with the results of one that was left in peace, byte for byte, over ${kills} kills`, async () => {
    const peace = await project('peace');
    const [began, undisturbed] = [Date.now(), await aLife(peace, [])];
    const lifeMs = Date.now() - began;
    expect(undisturbed).to.include({ killed: false, failure: undefined });
    const wanted = await resultsOf(peace.root);
    const calls = server.chats().length;

    const draw = rng('chaos', seed);
    const finished: Project[] = [];
    let current = await project('0');
    let done = 0;
    for (let lives = 0; done < kills || lives === 0; lives += 1) {
      expect(lives).to.be.lessThan(3 * kills);
      const life = await aLife(current, deathsFrom(draw, lifeMs), calls);
      expect(life.failure).to.equal(undefined);
      expect(await answersIn(current.root), 'answers that were told and are not there').to.be.least(
        life.told,
      );
      if (life.killed) done += 1;
      else {
        finished.push(current);
        current = await project(String(finished.length));
      }
    }
    expect(await aLife(current, [])).to.include({ killed: false, failure: undefined });
    finished.push(current);
    for (const { root } of finished) expect(await resultsOf(root)).to.equal(wanted);
    // Whatever was answered before a kill is in the cache: only calls in flight are made again.
    const again = server.chats().length - (finished.length + 1) * calls;
    expect(again).to.be.within(0, kills * concurrency);
  });
});

interface Project {
  readonly root: string;
  /** Distinct calls that the server saw. */
  readonly asked: Set<string>;
}

/** A few die while they start, most after some calls; those that come to the end may die there. */
function deathsFrom(draw: ReturnType<typeof rng>, lifeMs: number): readonly Death[] {
  const ms = draw.uniform() * 5;
  const first: Death =
    draw.uniform() < 0.2
      ? { after: 'start', nth: 0, ms: draw.uniform() * lifeMs }
      : { after: 'call', nth: 1 + draw.below(2 * pace), ms };
  return [first, { after: 'last call', nth: 0, ms: draw.uniform() * 60 }];
}

function requestFor(root: string): object {
  const runs = join(root, '.vignette/runs');
  const run = existsSync(runs)
    ? readdirSync(runs).find((id) => existsSync(join(runs, id, 'run.json')))
    : undefined;
  return run === undefined
    ? { type: 'simulate', id: 1, options: { study: join(root, 'framing.study.yaml') }, keys: {} }
    : { type: 'resume', id: 1, run, root, keys: {} };
}

function resultsOf(root: string): Promise<string> {
  return readFile(join(root, 'results/framing/fake.direct.results.yaml'), 'utf8');
}

/** Whole lines of the journal. */
async function answersIn(root: string): Promise<number> {
  const runs = join(root, '.vignette/runs');
  let lines = 0;
  for (const id of existsSync(runs) ? readdirSync(runs) : []) {
    const path = join(runs, id, 'answers.jsonl');
    if ((await stat(path).catch(() => undefined)) === undefined) continue;
    lines += (await readFile(path, 'utf8')).split('\n').length - 1;
  }
  return lines;
}
