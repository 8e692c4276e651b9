import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatShare, formatW } from '../../src/chart/numbers';
import type { Evaluation } from '../../src/results/types';
import { answersOnDisk, clickUntil, resultsFiles, runnerOf, runsOnDisk, until } from './watch';
import {
  command,
  copyExamples,
  lens,
  openFile,
  openWorkbench,
  screenshot,
  typeText,
  vignette,
  webviewFrame,
  type Workbench,
} from './workbench';

const STUDY = 'asian-disease/asian-disease.study.yaml';
const FILE = 'asian-disease.study.yaml';
/** Fewer people than the bundled study asks for: the real model answers about two a second here. */
const fewPeople = { [STUDY]: (text: string) => text.replace('respondents: 75', 'respondents: 12') };

/** Answers of the study that the simulated condition has already put into the cache. */
const CACHED = 12;

describe('The bundled study in a real VS Code, with the real model', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench({ edit: fewPeople });
    await openFile(bench.page, FILE);
    await lens(bench.page, 'Simulate study').waitFor({ timeout: 90_000 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await screenshot(bench.page, `failed-${this.currentTest.title.slice(0, 40)}`);
  });

  after(() => bench.close());

  it('says on the lens what a click would ask for', async () => {
    expect(await lens(bench.page, /Simulate condition/).innerText()).to.match(
      /Simulate condition · 12 × 1 = 12 answers · 0 cached · free · ~\d+ s/,
    );
  });

  it('underlines a wrong key when it is typed, and no longer when it is undone', async () => {
    const { page } = bench;
    const file = bench.path(STUDY);
    const before = readFileSync(file, 'utf8');
    const squiggle = page.locator('.squiggly-error');
    expect(await squiggle.count()).to.equal(0);
    await page.locator('.view-line', { hasText: 'language: en' }).click();
    await page.keyboard.press('End');
    await typeText(page, '\npopulaton: people');
    await squiggle.first().waitFor({ timeout: 20_000 });
    await screenshot(page, 'squiggle-dark');
    await command(page, 'Undo');
    await until('the squiggle is gone', async () => {
      if ((await squiggle.count()) === 0) return true;
      await page.keyboard.press('Control+Z');
      return false;
    });
    await until('the file on disk is as before too', () => readFileSync(file, 'utf8') === before);
  });

  it('simulates a condition at a click on its lens, in a process of its own', async () => {
    await clickUntil(lens(bench.page, /Simulate condition/), () => runsOnDisk(bench.workspace) > 0);
    const runner = await until('the run process is up', () => runnerOf(bench.workspace));
    expect(runner).to.be.greaterThan(1);
    const file = await until('the results file is written', () => resultsFiles(bench.workspace)[0], 180_000);
    expect(readFileSync(file, 'utf8')).to.include('demonstration engine, not evidence');
    await bench.page
      .locator('.codelens-decoration', { hasText: /Up to date · W \.\d{3} \(floor \.\d{3}, q95 \.\d{3}\)/ })
      .waitFor({ timeout: 30_000 });
  });

  it('shows in the results view the numbers that `vignette evaluate --json` prints', async () => {
    const { page, workspace } = bench;
    const [file = ''] = resultsFiles(workspace);
    const evaluation = JSON.parse(vignette(workspace, 'evaluate', file, '--json').stdout) as Evaluation;
    const [cell] = evaluation.cells;
    await lens(page, 'Show distributions').click();
    const view = await webviewFrame(page, '.fig');
    const text = await view.locator('body').innerText();
    expect(text).to.include(
      `W ${formatW(cell?.w1?.stated ?? NaN)} (floor ${formatW(cell?.floor?.mean ?? NaN)}`,
    );
    expect(text).to.include(`${cell?.nObserved} observed`);
    expect(text).to.include('demonstration engine, not evidence');
    const summary = view.locator('details summary').first();
    await summary.click();
    const table = await view.locator('details table').first().innerText();
    for (const shares of [cell?.predicted, cell?.observed])
      expect(table).to.include(formatShare(shares?.['1'] ?? NaN).replace(/\s*%$/, ''));
    await screenshot(page, 'results-dark');
  });

  it('loses nothing when its run process is killed, and ends as the command line does', async () => {
    const { page, workspace } = bench;
    const before = resultsFiles(workspace).length;
    const already = answersOnDisk(workspace);
    await page.locator('.tabs-container .tab', { hasText: FILE }).first().click();
    await command(page, 'Vignette: Simulate Study');
    const runner = await until('the run process is up', () => runnerOf(workspace));
    await until('some answers are on disk', () => answersOnDisk(workspace) >= already + CACHED + 3, 120_000);
    process.kill(runner, 'SIGKILL');
    const kept = answersOnDisk(workspace);
    const message = page.locator('.notification-list-item', { hasText: 'ended unexpectedly' });
    await message.waitFor({ timeout: 30_000 });
    await screenshot(page, 'killed-dark');
    await page.locator('.notification-list-item .monaco-button', { hasText: 'Resume' }).click();
    await until('the results file is written', () => resultsFiles(workspace).length > before, 180_000);
    expect(answersOnDisk(workspace)).to.be.greaterThan(kept);

    const other = copyExamples(fewPeople);
    const { status, stderr } = vignette(other, 'simulate', STUDY, '--no-progress');
    expect(status, stderr).to.equal(0);
    const named = (files: readonly string[]) => files.map((path) => readFileSync(path, 'utf8'));
    expect(named(resultsFiles(workspace))).to.include(named(resultsFiles(other))[0]);
  });

  it('draws bars and a chart beside what was simulated', async () => {
    const { page } = bench;
    await page.locator('.tabs-container .tab', { hasText: FILE }).first().click();
    await page
      .locator('.view-line', { hasText: /W\s\.\d{3}\s\(floor/ })
      .first()
      .waitFor({ timeout: 30_000 });
    await page.mouse.move(900, 900);
    await page.locator('.view-line span span', { hasText: 'survival' }).first().hover();
    await page
      .locator('.monaco-hover img[src^="data:image/svg+xml"], .monaco-resizable-hover img')
      .first()
      .waitFor();
    await screenshot(page, 'editor-dark');
  });

  it('is drawn in the light theme too', async () => {
    const { page } = bench;
    await command(page, 'Preferences: Toggle between Light/Dark Themes');
    await page.locator('.monaco-workbench.vs').waitFor();
    const view = await webviewFrame(page, '.fig');
    await until('the view is light', async () => (await view.locator('body.vscode-light').count()) > 0);
    await screenshot(page, 'results-light');
  });

  it('keeps the runs it was asked for under .vignette, out of git', () => {
    const folder = join(bench.workspace, '.vignette');
    expect(readdirSync(folder)).to.include('.gitignore');
    expect(readFileSync(join(folder, '.gitignore'), 'utf8').trim()).to.equal('*');
  });
});
