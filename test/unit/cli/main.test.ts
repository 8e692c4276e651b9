import { expect } from 'chai';
import { main } from '../../../src/cli/main';
import { asVignetteError } from '../../../src/util/errors';
import { appWorld, framingStudy, type AppWorld, type AppWorldOptions } from '../../fakes/appServices';
import { steadyModel, refusal } from '../../fakes/steadyModel';

interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function call(world: AppWorld, ...argv: readonly string[]): Promise<Called> {
  const [out, err]: [string[], string[]] = [[], []];
  const stdio = {
    out: { write: (text: string) => void out.push(text), isTTY: false },
    err: { write: (text: string) => void err.push(text), isTTY: false },
    readLine: undefined,
    cwd: '/p',
    signals: world.signals,
  };
  const program = { version: '0.0.0', services: () => world.services };
  const status = await main(program, argv, stdio, {});
  return { status, out: out.join(''), err: err.join('') };
}

const withModel = (options: AppWorldOptions = {}): AppWorld =>
  appWorld({ model: () => steadyModel(), ...options });
const json = (called: Called): Record<string, unknown> => JSON.parse(called.out) as Record<string, unknown>;
const study = 'framing.study.yaml';

describe('the command line', () => {
  it('names the nearest command for one that does not exist, with status 2', async () => {
    const called = await call(appWorld(), 'simulat', study);
    expect(called.status).to.equal(2);
    expect(called.err).to.contain('usage/unknown-command').and.to.contain('Did you mean simulate?');
    expect(called.out).to.equal('');
  });
  it('gives an error as one JSON document on standard output', async () => {
    const called = await call(appWorld(), 'plan', 'none.study.yaml', '--json');
    expect(called.status).to.equal(2);
    expect(json(called)).to.have.nested.property('error.code', 'file/missing');
    expect(called.out.trim().split('\n')).to.have.length(1);
    expect(called.err).to.equal('');
  });
  it('helps with every command, with examples', async () => {
    const general = await call(appWorld(), '--help');
    expect(general).to.include({ status: 0, err: '' });
    for (const name of [
      'new',
      'validate',
      'plan',
      'prompt',
      'simulate',
      'resume',
      'evaluate',
      'compare',
      'report',
      'models',
      'doctor',
      'why',
      'clean',
    ]) {
      expect(general.out).to.contain(`  ${name}`);
      const { status, out } = await call(appWorld(), name, '--help');
      expect(status, name).to.equal(0);
      expect(out).to.contain('Examples:').and.to.contain(`vignette ${name}`);
      expect(Math.max(...out.split('\n').map((line) => line.length)), name).to.be.at.most(120);
    }
  });
  it('ends validate with 1 for an invalid study and 0 for a sound one', async () => {
    expect(await call(appWorld(), 'validate', study)).to.include({ status: 0 });
    const broken = appWorld({ files: { [`/p/${study}`]: framingStudy.replace('question:', 'qestion:') } });
    const called = await call(broken, 'validate', study, '--json');
    expect(called.status).to.equal(1);
    const [file] = json(called)['files'] as { path: string; kind: string; diagnostics: { code: string }[] }[];
    expect(file).to.include({ path: study, kind: 'study' });
    expect(file?.diagnostics.map(({ code }) => code)).to.include('study/unknown-key');
  });
  it('shows diagnostics at file, line and column', async () => {
    const broken = appWorld({ files: { [`/p/${study}`]: framingStudy.replace('question:', 'qestion:') } });
    const { out } = await call(broken, 'validate', study);
    expect(out).to.contain(`${study}:9:5 error study/unknown-key`);
  });
  it('simulates and prints bars, W with its ruler and the effect', async () => {
    const { status, out } = await call(withModel(), 'simulate', study);
    expect(status).to.equal(0);
    expect(out).to.match(/W \.\d{3} \(floor \.\d{3}, q95 \.\d{3}\)/);
    expect(out)
      .to.contain('loss − gain')
      .and.to.contain('Results: results/framing/fake.logprob.results.yaml');
    expect(Math.max(...out.split('\n').map((line) => line.length))).to.be.at.most(100);
  });
  it('prints one JSON document of a run and nothing else, progress included', async () => {
    const called = await call(withModel(), 'simulate', study, '--json');
    expect(json(called)).to.include({ complete: true, answers: 12 });
    expect(called.out.trim().split('\n')).to.have.length(1);
  });
  it('is silent on standard error with --quiet', async () => {
    expect((await call(withModel(), 'simulate', study, '--quiet')).err).to.equal('');
  });
  it('ends an incomplete run with 3', async () => {
    const called = await call(withModel(), 'simulate', study, '--max-calls', '2', '--json');
    expect(called.status).to.equal(3);
    expect(json(called)).to.include({ complete: false, answers: 2 });
    expect(json(called)['why']).to.contain('vignette resume');
  });
  it('ends an interrupted run with 130', async () => {
    const world: AppWorld = appWorld({
      model: () => steadyModel({ before: (n) => (n === 3 ? world.stop.abort() : undefined) }),
    });
    const called = await call(world, 'simulate', study);
    expect(called.status).to.equal(130);
    expect(called.err).to.contain('Stopping');
    expect(called.out).to.contain('vignette resume framing.fake.logprob.');
  });
  it('ends with 4 when the endpoint refuses', async () => {
    const model = steadyModel({
      before: () => {
        throw refusal();
      },
    });
    const called = await call(appWorld({ model: () => model }), 'simulate', study, '--json');
    expect(called.status).to.equal(4);
    expect(json(called)).to.have.nested.property('error.code', 'model/unauthorised');
  });
  it('ends with 4 for a key that may not go to its host, and asks the model nothing', async () => {
    const model = steadyModel();
    const description = {
      key: 'untrusted',
      keyEnv: 'OPENAI_API_KEY',
      where: ['https://evil.example'],
    } as const;
    const called = await call(appWorld({ model: () => model, description }), 'simulate', study);
    expect(called.status).to.equal(4);
    expect(called.err).to.contain('model/untrusted-key').and.to.contain('vignette models trust fake');
    expect(model.asked).to.have.length(0);
  });
  it('only plans with --dry-run', async () => {
    const world = withModel();
    const called = await call(world, 'simulate', study, '--dry-run', '--json');
    expect(json(called)).to.include({ answers: 12, calls: 12 });
    expect(world.files.paths().some((path) => path.includes('runs'))).to.equal(false);
  });
  it('gives the same numbers for a run and for its results file', async () => {
    const world = withModel();
    await call(world, 'simulate', study);
    const run = json(await call(world, 'evaluate', 'fake.logprob', '--json'));
    const file = json(await call(world, 'evaluate', 'results/framing/fake.logprob.results.yaml', '--json'));
    expect(run['study']).to.equal('framing');
    const w = (document: Record<string, unknown>): number =>
      (document['summary'] as { w1: { stated: number } }).w1.stated;
    expect(w(file)).to.be.closeTo(w(run), 1e-4);
  });
  describe('evaluate --check', () => {
    const expecting = (below: number) =>
      withModel({
        files: {
          '/p/framing.study.yaml': `${framingStudy}expect: [{outcome: choice, w1: {below: ${below}}}]\nsmallestEffect: 100\n`,
        },
      });
    const checked = async (below: number, ...flags: readonly string[]): Promise<Called> => {
      const world = expecting(below);
      await call(world, 'simulate', study);
      return call(world, 'evaluate', 'fake.logprob', ...flags);
    };

    it('ends with 1 when an expectation does not hold, and says which', async () => {
      const called = await checked(0.01, '--check');
      expect(called.status).to.equal(1);
      expect(called.out).to.contain('✗').and.to.contain('Failed: expectation W of choice below 0.01.');
    });

    it('ends with 0 when all of them hold, or when nobody asks', async () => {
      expect((await checked(1, '--check')).status).to.equal(0);
      expect((await checked(0.01)).status).to.equal(0);
    });

    it('has them in the document, with what was measured', async () => {
      const { expectations } = json(await checked(0.01, '--check', '--json'));
      const [first] = expectations as readonly Record<string, unknown>[];
      expect(first).to.deep.include({ index: 0, pass: false, limit: 0.01 });
      expect(first?.['value']).to.be.a('number').and.to.be.greaterThan(0.01);
    });

    it('takes gates that must be passed; one that was not assessed is not', async () => {
      const failed = await checked(1, '--check', '--gate', 'placebo');
      expect([failed.status, failed.out.includes('Failed: gate placebo, not-assessed.')]).to.deep.equal([
        1,
        true,
      ]);
      expect((await checked(1, '--check', '--gate', 'parse-rate', '--gate', 'floor')).status).to.equal(0);
      const unknown = await checked(1, '--check', '--gate', 'plasebo');
      expect([unknown.status, unknown.err.includes('usage/unknown-gate')]).to.deep.equal([2, true]);
      expect((await checked(1, '--gate', 'placebo')).status).to.equal(2);
    });
  });
  it('shows the exact text of a call', async () => {
    const called = json(
      await call(
        appWorld(),
        'prompt',
        study,
        '--condition',
        'loss',
        '--outcome',
        'choice',
        '--respondent',
        'p3',
        '--json',
      ),
    );
    expect(called).to.include({ respondent: 'p3', condition: 'loss' });
    expect(JSON.stringify(called['messages'])).to.contain('400 die.').and.to.contain('23');
  });
  it('names the nearest condition for one that does not exist', async () => {
    const called = await call(appWorld(), 'plan', study, '--condition', 'los', '--json');
    expect(called.status).to.equal(2);
    expect(json(called)).to.deep.nested.include({
      'error.code': 'usage/unknown-condition',
      'error.help': 'Did you mean loss? It has: gain, loss.',
    });
  });
  it('shows a mistake of ours as one, with a status of its own', async () => {
    const world = appWorld();
    const services = {
      ...world.services,
      files: { ...world.files, stat: () => Promise.reject(new TypeError('x')) },
    };
    const called = await call({ ...world, services }, 'doctor');
    expect(called.status).to.equal(70);
    expect(called.err).to.contain(asVignetteError(new TypeError('x')).code);
  });
});
