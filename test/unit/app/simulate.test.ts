import { expect } from 'chai';
import { evaluate } from '../../../src/app/evaluate';
import { plan } from '../../../src/app/plan';
import { resume } from '../../../src/app/resume';
import { simulate } from '../../../src/app/simulate';
import { readResults } from '../../../src/results/file';
import { asVignetteError } from '../../../src/util/errors';
import { readManifest } from '../../../src/workspace/manifest';
import { appWorld, framingData, framingProject, framingStudy, type AppWorld } from '../../fakes/appServices';
import { steadyModel, refusal } from '../../fakes/steadyModel';

const results = '/p/results/framing/fake.logprob.results.yaml';
const study = 'framing.study.yaml';

const run = (world: AppWorld, options: Partial<Parameters<typeof simulate>[1]> = {}) =>
  simulate(world.services, { study, ...options }, world.signals, world.report);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => asVignetteError(error).code,
  );
}

describe('simulating a study', () => {
  it('answers everything, writes the results file and says where it lies', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const result = await run(world);
    expect(result).to.include({ complete: true, answers: 12, failed: 0, results, why: null });
    expect(result.run).to.match(/^framing\.fake\.logprob\.[0-9a-f]{4}$/);
    expect(readResults(world.files.text(results)).counts).to.deep.equal({
      answers: 12,
      failed: 0,
      complete: true,
    });
    expect(world.files.text('/p/.vignette/.gitignore')).to.equal('*\n');
    expect(await readManifest(world.files, result.dir)).to.include({ state: 'complete', results });
  });
  it('asks nothing twice: a second run is answered from the cache and ends with the same bytes', async () => {
    const world = appWorld({ model: () => steadyModel() });
    await run(world);
    const first = world.files.text(results);
    const second = await run(world);
    expect(second).to.include({ requests: 0, complete: true });
    expect(second.run).to.match(/-2$/);
    expect(world.files.text(results)).to.equal(first);
    expect((await run(world, { fresh: true })).requests).to.be.greaterThan(0);
  });
  it('refuses a study with errors, naming the first', async () => {
    const world = appWorld({ files: { '/p/framing.study.yaml': framingStudy.replace('binary', 'trinary') } });
    const error = await run(world).then(() => undefined, asVignetteError);
    expect(error).to.include({ code: 'study/invalid', audience: 'invalid' });
    expect(error?.message).to.contain('Line 10');
    expect(world.files.paths().filter((path) => path.includes('.vignette'))).to.deep.equal([]);
  });
  it('refuses data that do not fit the study', async () => {
    const world = appWorld({ files: { '/p/framing.csv': framingData().replace('id,arm', 'id,group') } });
    expect(await codeOf(run(world))).to.equal('study/invalid');
  });
  it('refuses data outside the workspace unless that is allowed', async () => {
    const outside = { '/p/framing.study.yaml': framingStudy.replace('framing.csv', '../framing.csv') };
    const world = appWorld({
      files: { ...outside, '/framing.csv': framingData() },
      model: () => steadyModel(),
    });
    expect(await codeOf(run(world))).to.equal('data/outside-workspace');
    expect((await run(world, { yes: true })).complete).to.equal(true);
  });
  it('writes no results outside the workspace unless that is allowed', async () => {
    const project = framingProject.replace('results: results', 'results: ../elsewhere');
    const world = appWorld({ files: { '/p/vignette.yaml': project }, model: () => steadyModel() });
    expect(await codeOf(run(world))).to.equal('results/outside-workspace');
    expect((await run(world, { yes: true })).results).to.match(/^\/elsewhere\/framing\//);
  });
  it('keeps what was answered when it is stopped, and says how to go on', async () => {
    const world = appWorld({
      model: () => steadyModel({ before: (n) => (n === 3 ? world.stop.abort() : undefined) }),
    });
    const stopped = await run(world);
    expect(stopped.complete).to.equal(false);
    expect(stopped.answers).to.be.within(3, 11);
    expect(stopped.why).to.contain(`vignette resume ${stopped.run}`);
    expect(stopped.results).to.equal(null);
    expect(world.files.paths()).not.to.include(results);
  });
  it('ends, resumed, with the same results file as a run that never stopped', async () => {
    for (const strategy of ['logprob', 'direct'] as const) {
      const whole = appWorld({ model: () => steadyModel() });
      await run(whole, { strategy });
      const cut = appWorld({
        model: () => steadyModel({ before: (n) => (n === 4 ? cut.stop.abort() : undefined) }),
      });
      const stopped = await run(cut, { strategy });
      expect(stopped.complete).to.equal(false);
      const again = appWorld({ memory: cut.files, model: () => steadyModel() });
      const resumed = await resume(again.services, { run: stopped.run }, again.signals, again.report);
      expect(resumed).to.include({ run: stopped.run, complete: true, answers: 12 });
      const path = results.replace('logprob', strategy);
      expect(cut.files.text(path)).to.equal(whole.files.text(path));
    }
  });
  it('resumes after a kill in the middle of a line', async () => {
    const whole = appWorld({ model: () => steadyModel() });
    await run(whole);
    const killed = appWorld({
      model: () => steadyModel({ before: (n) => (n === 4 ? killed.stop.abort() : undefined) }),
    });
    const { dir, run: id } = await run(killed);
    const journal = `${dir}/answers.jsonl`;
    killed.files.put(journal, killed.files.text(journal).slice(0, -15));
    const again = appWorld({ memory: killed.files, model: () => steadyModel() });
    await resume(again.services, { run: id }, again.signals, again.report);
    expect(killed.files.text(results)).to.equal(whole.files.text(results));
  });
  it('takes an answer again whose line in the middle of the journal was damaged', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const { dir, run: id } = await run(world);
    const whole = world.files.text(results);
    const journal = `${dir}/answers.jsonl`;
    const lines = world.files.text(journal).split('\n');
    world.files.put(journal, lines.map((line, i) => (i === 5 ? line.slice(0, 40) : line)).join('\n'));
    const again = appWorld({ memory: world.files, model: () => steadyModel() });
    const resumed = await resume(again.services, { run: id }, again.signals, again.report);
    expect(resumed).to.include({ complete: true, answers: 12 });
    expect(world.files.text(results)).to.equal(whole);
  });
  it('refuses to resume when the data changed', async () => {
    const world = appWorld({
      model: () => steadyModel({ before: (n) => (n === 3 ? world.stop.abort() : undefined) }),
    });
    const { run: id } = await run(world);
    world.files.put('/p/framing.csv', framingData(14));
    const again = appWorld({ memory: world.files, model: () => steadyModel() });
    expect(await codeOf(resume(again.services, { run: id }, again.signals, again.report))).to.equal(
      'run/data-changed',
    );
  });
  it('tells why the endpoint refused and how to resume', async () => {
    const model = steadyModel({
      before: (n) => {
        if (n === 2) throw refusal();
      },
    });
    const world = appWorld({ model: () => model });
    const error = await run(world).then(() => undefined, asVignetteError);
    expect(error).to.include({ code: 'model/unauthorised', audience: 'endpoint' });
    expect(error?.help).to.match(/vignette resume framing\.fake\.logprob\.[0-9a-f]{4}/);
    expect(model.disposed()).to.equal(true);
  });
  it('says so when the disk is full', async () => {
    const world = appWorld({
      model: () =>
        steadyModel({ before: (n) => (n === 2 ? world.files.failWrites('file/disk-full') : undefined) }),
    });
    expect(await codeOf(run(world))).to.equal('file/disk-full');
  });
  it('needs no model for a baseline, and labels it', async () => {
    const world = appWorld();
    const result = await run(world, { strategy: 'baseline' });
    const evaluation = await evaluate(world.services, { run: result.run }, world.signals.stop);
    expect(evaluation).to.include({ model: 'uniform', stamp: 'baseline, no model' });
    expect(evaluation.cells[0]?.predicted).to.deep.equal({ '0': 0.5, '1': 0.5 });
  });
  it('gives a run without human data anonymous respondents', async () => {
    const bare = framingStudy.replace(/respondents:[\s\S]*?simulate:/, 'simulate:');
    const world = appWorld({ files: { '/p/framing.study.yaml': bare }, model: () => steadyModel() });
    const result = await run(world, { respondents: 5 });
    expect(result).to.include({ complete: true, answers: 10 });
  });
});

describe('consent for the profiles of real respondents', () => {
  const remote = { local: false, where: ['https://far.example'] };

  it('is asked once per study and host, with the columns shown', async () => {
    const world = appWorld({ model: () => steadyModel(), description: remote, answer: true });
    await run(world);
    await run(world, { fresh: true });
    expect(world.asked).to.have.length(1);
    expect(world.asked[0]).to.contain('https://far.example').and.to.contain('Columns: age, party.');
    expect(world.asked[0]).to.contain('12 profiles are shared by fewer than five people');
  });
  it('is no where nobody can be asked, and nothing is opened then', async () => {
    const world = appWorld({ description: remote });
    expect(await codeOf(run(world))).to.equal('consent/refused');
    expect(world.files.paths().some((path) => path.includes('.vignette'))).to.equal(false);
  });
  it('is given by --yes', async () => {
    const world = appWorld({ model: () => steadyModel(), description: remote });
    expect((await run(world, { yes: true })).complete).to.equal(true);
    expect(world.approved).to.deep.equal(['framing → https://far.example']);
  });
  it('is not needed for a model on this machine', async () => {
    const world = appWorld({ model: () => steadyModel() });
    await run(world);
    expect(world.asked).to.deep.equal([]);
  });
});

describe('what a run would ask', () => {
  it('counts calls, and what is cached after a run', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const before = await plan(world.services, { study }, world.signals.stop);
    expect(before).to.deep.include({ answers: 12, cells: 2, personas: 12, calls: 12, cached: 0 });
    await run(world);
    const after = await plan(world.services, { study }, world.signals.stop);
    expect(after).to.deep.include({ calls: 0, cached: 12, usd: [0, 0] });
  });
  it('knows no model called so', async () => {
    const world = appWorld();
    const error = await plan(world.services, { study, model: 'fak' }, world.signals.stop).then(
      () => undefined,
      asVignetteError,
    );
    expect(error).to.include({ code: 'model/unknown', audience: 'usage' });
    expect(error?.help).to.contain('Did you mean fake?');
  });
});
