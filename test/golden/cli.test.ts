import { expect } from 'chai';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { createServices } from '../../src/host/services';

const refresh = process.env['REFRESH_GOLDEN'] === '1';
const study = 'asian-disease/asian-disease.study.yaml';
const items = 'headlines.study.yaml';

/** What the command line prints for the bundled studies. `REFRESH_GOLDEN=1` writes the files anew: read the diff. */
describe('what the command line prints for the bundled studies', function () {
  this.timeout(30_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-golden-'));
    await cp(join(__dirname, '..', '..', 'examples'), folder, {
      recursive: true,
      filter: (path) => !/[/\\](\.vignette|results|report\.html)$/.test(path),
    });
  });
  before(() => cp(join(__dirname, '..', 'fixtures', 'project'), folder, { recursive: true }));
  after(() => rm(folder, { recursive: true, force: true }));

  async function call(...argv: readonly string[]): Promise<string> {
    const [out, err]: [string[], string[]] = [[], []];
    const sinkTo = (lines: string[]) => ({ write: (text: string) => void lines.push(text), isTTY: false });
    const signals = { stop: new AbortController().signal, force: new AbortController().signal };
    const env = { VIGNETTE_HOME: join(folder, 'home'), VIGNETTE_LOCAL_SERVERS: 'off' };
    const stdio = { out: sinkTo(out), err: sinkTo(err), readLine: undefined, cwd: folder, signals };
    const status = await main({ version: '0.0.0', services: createServices }, argv, stdio, env);
    return stable(`exit ${status}\n${out.join('')}${status === 0 ? '' : err.join('')}`);
  }

  /** Times and places of this machine do not belong to what is printed. */
  function stable(text: string): string {
    return text
      .replaceAll(folder, 'FOLDER')
      .replaceAll(/\(\d+ kB\)/g, '(N kB)')
      .replaceAll(/in \d+\.\d s/g, 'in N s')
      .replaceAll(/"seconds":[\d.]+/g, '"seconds":0');
  }

  async function expectGolden(name: string, text: string): Promise<void> {
    const path = join(__dirname, 'cli', `${name}.txt`);
    if (refresh) await writeFile(path, text);
    expect(text).to.equal(await readFile(path, 'utf8'));
  }

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['help', ['--help']],
    ['help-simulate', ['simulate', '--help']],
    ['help-new', ['new', '--help']],
    ['validate', ['validate', '.']],
    ['plan', ['plan', study, '--model', 'embedded', '--respondents', '75']],
    ['plan-json', ['plan', study, '--strategy', 'baseline', '--json']],
    ['prompt', ['prompt', study, '--condition', 'mortality', '--outcome', 'choose_b']],
    ['plan-items', ['plan', items, '--outcome', 'share', '--outcome', 'trust.users']],
    ['plan-unsupported', ['plan', items]],
    ['prompt-item', ['prompt', items, '--condition', 'shown.named', '--outcome', 'share', '--item', 'bridge']],
    ['prompt-first-item', ['prompt', items, '--condition', 'none.unknown', '--outcome', 'trust.users']],
    ['simulate-uniform', ['simulate', study, '--strategy', 'baseline', '--respondents', '200']],
    ['simulate-pooled', ['simulate', study, '--strategy', 'baseline', '--model', 'pooled', '--respondents', '200']],
    ['simulate-json', ['simulate', study, '--strategy', 'baseline', '--respondents', '200', '--json']],
    ['simulate-scale', ['simulate', 'privacy-ads/privacy-ads.study.yaml', '--strategy', 'baseline']],
    ['evaluate-results', ['evaluate', 'results/asian-disease/pooled.baseline.n200.results.yaml']],
    ['compare', ['compare', 'uniform.baseline.n200', 'pooled.baseline.n200']],
    ['report', ['report', 'pooled.baseline.n200', '--out', 'out/page.html']],
    ['new', ['new', 'bus-lane']],
    ['new-json', ['new', 'working-from-home', '--template', 'survey', '--json']],
    ['new-again', ['new', 'bus-lane']],
    ['new-unknown', ['new', 'other', '--template', 'expermient']],
    ['unknown-flag', ['plan', study, '--sede', '1']],
    ['missing-study', ['plan', 'nothing.study.yaml', '--json']],
  ];
  for (const [name, argv] of cases)
    it(`${argv.join(' ')}`, async () => {
      await expectGolden(name, await call(...argv));
    });
});
