import { plainFewShot, plainGroup, plainModifiers } from '../../../src/study/strategies';
import { expect } from 'chai';
import { memoryFiles } from '../../fakes/memoryFiles';
import { readAnswers } from '../../../src/workspace/answers';
import { findRoots } from '../../../src/workspace/discovery';
import { readManifest } from '../../../src/workspace/manifest';
import { createRun, findRun, freeRunId, listRuns, makeStore } from '../../../src/workspace/runStore';
import { asVignetteError } from '../../../src/util/errors';
import type { RunManifest } from '../../../src/workspace/types';

function aManifest(over: Partial<RunManifest> = {}): RunManifest {
  return {
    format: 1,
    id: 'framing.tiny.logprob.3f2a',
    name: 'tiny.logprob',
    study: { id: 'framing', path: '/p/framing.study.yaml', hash: 'h', dataHash: null, sampleHash: null },
    model: { name: 'tiny', engine: 'embedded', model: 'm.gguf', where: 'sha', demonstration: true },
    entry: { kind: 'embedded', name: 'tiny', file: undefined, lora: undefined, demonstration: true },
    budget: { usd: 5, calls: undefined, tokens: undefined },
    concurrency: null,
    fresh: false,
    settings: {
      model: 'tiny',
      ...plainModifiers,
      fewShot: plainFewShot,
      group: plainGroup,
      strategy: 'logprob',
      respondents: undefined,
      assign: 'data',
      seed: 1,
      temperature: 1,
      conditions: [],
      outcomes: [],
      items: [],
      prompts: { name: 'chat', system: 's', persona: 'p', ask: 'a' },
    },
    answers: 2,
    createdMs: 1,
    version: '0.1.0',
    state: 'complete',
    why: null,
    counts: null,
    limitHistory: [],
    resultsPath: '/p/results/framing/tiny.logprob.results.yaml',
    results: null,
    answersHash: null,
    seconds: 1,
    ...over,
  };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => asVignetteError(error).code,
  );
}

const at = { cwd: '/p', roots: ['/p'] };

describe('the store of runs', () => {
  it('keeps itself out of git', async () => {
    const files = memoryFiles();
    await makeStore(files, '/p');
    expect(files.text('/p/.vignette/.gitignore')).to.equal('*\n');
  });
  it('reads back what a run is', async () => {
    const files = memoryFiles();
    const run = await createRun(files, '/p', aManifest(), 'vignette: 1\n');
    expect(await readManifest(files, run.folder)).to.deep.equal(
      JSON.parse(JSON.stringify(aManifest())) as unknown,
    );
    expect(files.text(`${run.folder}/study.yaml`)).to.equal('vignette: 1\n');
  });
  it('gives every run an id of its own', async () => {
    const files = memoryFiles();
    await createRun(files, '/p', aManifest(), '');
    expect(await freeRunId(files, '/p', 'framing.tiny.logprob.3f2a')).to.equal('framing.tiny.logprob.3f2a-2');
    expect(await freeRunId(files, '/p', 'other')).to.equal('other');
  });
  it('finds a run by id, name, folder and manifest, and a results file by its path', async () => {
    const files = memoryFiles({ '/p/results/x.results.yaml': '' });
    const { folder } = await createRun(files, '/p', aManifest(), '');
    for (const reference of [
      'framing.tiny.logprob.3f2a',
      'tiny.logprob',
      'framing/tiny.logprob',
      folder,
      `${folder}/run.json`,
      '.vignette/runs/framing.tiny.logprob.3f2a',
    ])
      expect(await findRun(files, at, reference), reference).to.deep.include({ kind: 'run', folder });
    expect(await findRun(files, at, 'results/x.results.yaml')).to.deep.equal({
      kind: 'results',
      path: '/p/results/x.results.yaml',
    });
  });
  it('takes the newest of several runs with one name, and refuses a name shared by two studies', async () => {
    const files = memoryFiles();
    await createRun(files, '/p', aManifest({ id: 'old', createdMs: 1 }), '');
    await createRun(files, '/p', aManifest({ id: 'new', createdMs: 2 }), '');
    expect(await findRun(files, at, 'tiny.logprob')).to.have.property('folder', '/p/.vignette/runs/new');
    const study = { id: 'other', path: '/p/o', hash: 'h', dataHash: null, sampleHash: null };
    await createRun(files, '/p', aManifest({ id: 'third', study }), '');
    expect(await codeOf(findRun(files, at, 'tiny.logprob'))).to.equal('run/ambiguous');
  });
  it('says that a run is unknown', async () => {
    expect(await codeOf(findRun(memoryFiles(), at, 'nope'))).to.equal('run/unknown');
  });
  it('refuses a manifest that would write over another file or leave the folder', async () => {
    for (const over of [{ resultsPath: '/home/x/.profile' }, { id: '../../x' }, { name: '.hidden' }]) {
      const files = memoryFiles({ '/r/run.json': JSON.stringify(aManifest(over)) });
      expect(await codeOf(readManifest(files, '/r'))).to.equal('run/bad-manifest');
    }
  });
  it('reads the settings of runs from before there were items', async () => {
    const settings = { ...aManifest().settings, items: undefined };
    const files = memoryFiles({
      '/p/.vignette/runs/old/run.json': JSON.stringify({ ...aManifest(), settings }),
    });
    const [run] = await listRuns(files, '/p');
    expect(run?.manifest.settings.items).to.deep.equal([]);
  });
  it('leaves broken runs out of the list', async () => {
    const files = memoryFiles({ '/p/.vignette/runs/broken/run.json': '{' });
    await createRun(files, '/p', aManifest(), '');
    expect((await listRuns(files, '/p')).map(({ manifest }) => manifest.id)).to.deep.equal([aManifest().id]);
  });
  it('finds the projects above and below a folder', async () => {
    const files = memoryFiles({ '/r/.vignette/runs/a/x': '', '/r/examples/.vignette/runs/b/x': '' });
    expect(await findRoots(files, '/r')).to.deep.equal(['/r', '/r/examples']);
    expect(await findRoots(files, '/r/examples')).to.deep.equal(['/r/examples', '/r']);
  });
});

describe('answers of a run', () => {
  const line = (index: number, code: number): string =>
    `${JSON.stringify({ index, person: 'p', condition: 'c', outcome: 'o', draw: 0, prompt: 'h', retries: 0, ms: 1, cached: false, usage: { in: 1, out: 1, cachedIn: 0 }, result: { kind: 'answer', code } })}\n`;

  it('come in plan order, the first record of an index counting', async () => {
    const files = memoryFiles({ '/r/answers.jsonl': line(1, 5) + line(0, 3) + line(1, 7) });
    const records = await readAnswers(files, '/r', 3);
    expect(
      records.map(({ index, result }) => [index, result.kind === 'answer' && result.code]),
    ).to.deep.equal([
      [0, 3],
      [1, 5],
    ]);
  });
  it('have no item where the line says none, as before there were items', async () => {
    const old = line(0, 3);
    const other = line(1, 3).replace('"draw"', '"item":"first","draw"');
    const files = memoryFiles({ '/r/answers.jsonl': old + other });
    expect((await readAnswers(files, '/r', 3)).map(({ item }) => item)).to.deep.equal([null, 'first']);
  });
  it('leave out a last line that was cut off, and nothing else', async () => {
    const cut = memoryFiles({ '/r/answers.jsonl': line(0, 3) + line(1, 4).slice(0, 20) });
    expect(await readAnswers(cut, '/r', 3)).to.have.length(1);
    const broken = memoryFiles({ '/r/answers.jsonl': `${line(0, 3)}nonsense\n${line(1, 4)}` });
    expect(await codeOf(readAnswers(broken, '/r', 3))).to.equal('run/bad-journal');
  });
  it('may have a damaged line once its answer was taken again', async () => {
    const files = memoryFiles({ '/r/answers.jsonl': `${line(0, 3)}nonsense\n${line(2, 4)}${line(1, 5)}` });
    expect((await readAnswers(files, '/r', 3)).map(({ index }) => index)).to.deep.equal([0, 1, 2]);
  });
});
