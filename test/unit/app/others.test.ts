import { expect } from 'chai';
import { compare } from '../../../src/app/compare';
import { doctor } from '../../../src/app/doctor';
import { evaluate } from '../../../src/app/evaluate';
import { models } from '../../../src/app/models/list';
import { trust } from '../../../src/app/models/trust';
import { report } from '../../../src/app/report';
import { simulate } from '../../../src/app/simulate';
import { validate } from '../../../src/app/validate';
import { asVignetteError } from '../../../src/util/errors';
import { appWorld, framingData, framingStudy, type AppWorld } from '../../fakes/appServices';
import { steadyModel } from '../../fakes/steadyModel';

const study = 'framing.study.yaml';
const results = 'results/framing/fake.logprob.results.yaml';

async function simulated(): Promise<AppWorld> {
  const world = appWorld({ model: () => steadyModel() });
  await simulate(world.services, { study }, world.signals, world.report);
  return world;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => asVignetteError(error).code,
  );
}

describe('comparing two runs', () => {
  it('finds a run identical to its own results file', async () => {
    const world = await simulated();
    const found = await compare(world.services, { a: 'fake.logprob', b: results }, world.signals.stop);
    expect(found).to.include({ identicalByConstruction: true, moved: 0, diff: '' });
  });
  it('shows the changed word of a stimulus and pairs by people', async () => {
    const world = await simulated();
    world.files.put(`/p/${study}`, framingStudy.replace('400 die', '400 perish'));
    const second = await simulate(world.services, { study, name: 'second' }, world.signals, world.report);
    const found = await compare(world.services, { a: 'fake.logprob', b: second.run }, world.signals.stop);
    expect(found.pairing).to.equal('people');
    expect(found.identicalByConstruction).to.equal(false);
    expect(found.diff).to.contain('400 die').and.to.contain('400 perish');
    expect(found.cells.map(({ condition }) => condition)).to.deep.equal(['gain', 'loss']);
  });
  it('reads a revision of git', async () => {
    const world = await simulated();
    const asked: string[][] = [];
    const text = world.files.text(`/p/${results}`);
    const services = {
      ...world.services,
      git: {
        ...world.services.git,
        show: (...words: [string, string, string]) => {
          asked.push(words);
          return Promise.resolve(text);
        },
      },
    };
    const found = await compare(services, { a: `HEAD~1:${results}`, b: results }, world.signals.stop);
    expect(asked).to.deep.equal([['/p', 'HEAD~1', results]]);
    expect(found.a).to.equal(`HEAD~1:${results}`);
  });
  it('refuses results of two studies', async () => {
    const world = await simulated();
    world.files.put('/p/other.study.yaml', framingStudy.replace('id: framing', 'id: other'));
    await simulate(world.services, { study: 'other.study.yaml', name: 'other' }, world.signals, world.report);
    expect(await codeOf(compare(world.services, { a: results, b: 'other' }, world.signals.stop))).to.equal(
      'compare/other-study',
    );
  });
});

describe('evaluating', () => {
  it('refuses a run whose human data changed, naming its results file', async () => {
    const world = await simulated();
    world.files.put('/p/framing.csv', framingData(20));
    const error = await evaluate(world.services, { run: 'fake.logprob' }, world.signals.stop).then(
      () => undefined,
      asVignetteError,
    );
    expect(error).to.include({ code: 'run/data-changed' });
    expect(error?.help).to.contain(results);
    const file = await evaluate(world.services, { run: results }, world.signals.stop);
    expect(file.study).to.equal('framing');
  });
  it('says of an incomplete run that it is one', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const { run } = await simulate(
      world.services,
      { study, budget: { calls: 4 } },
      world.signals,
      world.report,
    );
    const { warnings } = await evaluate(world.services, { run }, world.signals.stop);
    expect(warnings.at(-1)).to.contain('4 of 12 answers');
  });
  it('refuses a file that is no results file', async () => {
    const world = appWorld();
    expect(await codeOf(evaluate(world.services, { run: 'framing.csv' }, world.signals.stop))).to.match(
      /^results\//,
    );
  });
});

describe('a report', () => {
  it('is one page, written where it is wanted', async () => {
    const world = await simulated();
    const made = await report(
      world.services,
      { runs: ['fake.logprob', results], out: 'out/page.html' },
      world.signals.stop,
    );
    expect(made.out).to.equal('/p/out/page.html');
    expect(world.files.text('/p/out/page.html')).to.contain('Gain and loss');
  });
  it('is refused under another name than .html', async () => {
    const world = appWorld();
    expect(await codeOf(report(world.services, { runs: ['x'], out: 'x.pdf' }, world.signals.stop))).to.equal(
      'usage/report-format',
    );
  });
});

describe('validating', () => {
  it('reads a folder, and each project file once', async () => {
    const world = appWorld({
      files: { '/p/more/b.study.yaml': framingStudy.replace('framing.csv', '../framing.csv') },
    });
    const { files, errors } = await validate(world.services, { paths: ['.'] }, world.signals.stop);
    expect(files.map(({ path, kind }) => [path, kind])).to.deep.equal([
      ['framing.study.yaml', 'study'],
      ['vignette.yaml', 'project'],
      ['more/b.study.yaml', 'study'],
    ]);
    expect(errors).to.equal(0);
  });
  it('says that the model is unknown, where it stands', async () => {
    const world = appWorld({
      files: { [`/p/${study}`]: framingStudy.replace('model: fake', 'model: fakke') },
    });
    const { files } = await validate(world.services, { paths: [study] }, world.signals.stop);
    const [found] = files[0]?.diagnostics.filter(({ code }) => code === 'model/unknown') ?? [];
    expect(found?.range.start).to.deep.equal({ line: 18, character: 18 });
    expect(found?.fixes[0]?.title).to.equal('Change to fake');
  });
  it('tells of a data file outside the workspace where the study names it', async () => {
    const world = appWorld({
      files: {
        [`/p/${study}`]: framingStudy.replace('framing.csv', '../secret.csv'),
        '/secret.csv': 'a\n1\n',
      },
    });
    const { files } = await validate(world.services, { paths: [study] }, world.signals.stop);
    expect(files[0]?.diagnostics.map(({ code }) => code)).to.include('data/outside-workspace');
  });
  it('checks the sample of a panel like the data, each at its own place', async () => {
    const panel = (file: string): string =>
      `${framingStudy}panel: {size: 5, sample: ${file}, profile: [{column: sex}]}\n`;
    const codes: (readonly string[])[] = [];
    for (const file of ['none.csv', '../secret.csv', 'people.csv', 'people.xlsx']) {
      const world = appWorld({
        files: {
          [`/p/${study}`]: panel(file),
          '/secret.csv': 'a\n1\n',
          '/p/people.csv': 'gender\nMale\n',
          '/p/people.xlsx': '',
        },
      });
      const { files } = await validate(world.services, { paths: [study] }, world.signals.stop);
      const found = files[0]?.diagnostics.filter(({ path }) => path[0] === 'panel') ?? [];
      codes.push(found.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`));
    }
    expect(codes).to.deep.equal([
      ['data/missing-file sample'],
      ['data/outside-workspace sample'],
      ['data/column profile.0.column'],
      ['data/format sample'],
    ]);
  });
  it('fails for a file that is not there, not UTF-8, or a folder without studies', async () => {
    const world = appWorld();
    world.files.put('/p/latin.study.yaml', new Uint8Array([0x76, 0xe4, 0xff]));
    world.files.put('/p/empty/readme.md', '');
    const codes = [];
    for (const path of ['none.study.yaml', 'latin.study.yaml', 'empty'])
      codes.push(await codeOf(validate(world.services, { paths: [path] }, world.signals.stop)));
    expect(codes).to.deep.equal(['file/missing', 'file/encoding', 'usage/no-studies']);
  });
});

describe('models', () => {
  it('are those of the project, and what local means', async () => {
    const world = appWorld();
    const found = await models(world.services, world.signals.stop);
    expect(found.models.map(({ name }) => name)).to.deep.equal(['fake', 'embedded']);
    expect(found).to.include({ local: 'embedded', project: '/p/vignette.yaml' });
  });
  it('are trusted with their key once the user says so', async () => {
    const world = appWorld({ description: { keyEnv: 'CLUSTER_KEY', where: ['https://a.example'] } });
    const trusted = await trust(world.services, { model: 'fake' });
    expect(trusted).to.deep.equal({ model: 'fake', keyEnv: 'CLUSTER_KEY', origins: ['https://a.example'] });
    expect(world.approved).to.deep.equal(['CLUSTER_KEY → https://a.example']);
    expect(await codeOf(trust(world.services, { model: 'none' }))).to.equal('model/unknown');
  });
});

describe('the doctor', () => {
  it('names the command that mends what is missing', async () => {
    const world = appWorld();
    const { checks, ok } = await doctor(world.services, world.signals.stop);
    expect(ok).to.equal(false);
    expect(checks.filter((check) => !check.ok)).to.deep.equal([
      {
        name: 'Embedded engine',
        ok: false,
        found: 'not installed (85 MB to get)',
        mend: 'vignette models get embedded',
      },
    ]);
  });
  it('finds a Node that is too old', async () => {
    const world = appWorld();
    const services = { ...world.services, machine: { ...world.services.machine, node: '18.20.1' } };
    const { checks } = await doctor(services, world.signals.stop);
    expect(checks[0]).to.include({ name: 'Node', ok: false, found: '18.20.1' });
  });
});
