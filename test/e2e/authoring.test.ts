import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { until } from './watch';
import {
  command,
  lens,
  openFile,
  openWorkbench,
  pressUntil,
  screenshot,
  typeText,
  type Workbench,
} from './workbench';

const FILE = 'framing.study.yaml';
const STUDY = `vignette: 1
id: framing
title: Gain and loss
factors:
  frame: {gain: 200 people are saved., loss: 400 people die.}
conditions:
  gain: {control: true, factors: {frame: gain}, text: "Imagine this. {{ frame }}"}
  loss: {factors: {frame: loss}, text: "Imagine this. {{ frame }}"}
outcomes:
  choice:
    question: Which of the two would you choose?
    scale: {type: binary, options: {1: A, 2: B}}
`;

describe('Writing a study as a person does it', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench();
    writeFileSync(bench.path(FILE), STUDY);
    await openFile(bench.page, FILE);
    await lens(bench.page, 'Simulate study').waitFor({ timeout: 90_000 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await screenshot(bench.page, `failed-${this.currentTest.title.slice(0, 40)}`);
  });

  after(() => bench.close());

  /** Puts the cursor behind a text of the file, with the keyboard only. */
  async function goBehind(text: string): Promise<void> {
    const before = readFileSync(bench.path(FILE), 'utf8').split(text)[0] ?? '';
    const lines = `${before}${text}`.split('\n');
    await command(bench.page, 'Go to Line/Column...');
    const input = bench.page.locator('.quick-input-widget');
    await bench.page.keyboard.type(`${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
    await bench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Saves, and gives the text of the file once it holds what was typed. */
  async function saved(typed: string): Promise<string> {
    await bench.page.keyboard.press('Control+S');
    const read = (): string => readFileSync(bench.path(FILE), 'utf8');
    return until(`the file holds ${typed}`, () => (read().includes(typed) ? read() : undefined));
  }

  it('completes a key from its first letters', async () => {
    const { page } = bench;
    await goBehind('title: Gain and loss');
    await typeText(page, '\npopu');
    const row = page.locator('.suggest-widget .monaco-list-row', { hasText: 'population' });
    await row.first().waitFor({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await typeText(page, 'US adults');
    await saved('\npopulation: US adults\n');
  });

  it('underlines a wrong name, lists it as a problem, and mends it by a quick fix', async () => {
    const { page } = bench;
    await goBehind('scale: {type: binary');
    for (let i = 0; i < 'binary'.length; i += 1) await page.keyboard.press('Backspace');
    await typeText(page, 'binry');
    await page.keyboard.press('Escape');
    await page.locator('.squiggly-error').first().waitFor({ timeout: 20_000 });
    await command(page, 'View: Focus Problems');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'binry' });
    await problem.first().waitFor();
    expect(await problem.first().innerText()).to.contain('binary');
    await page.keyboard.press('Control+J');
    await page.locator('.view-line', { hasText: 'binry' }).click();
    await goBehindTyped('binry');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'binary' }).first();
    await pressUntil(page, 'Control+.', fix);
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').waitFor({ state: 'detached' });
    await saved('scale: {type: binary, options');
  });

  /** The same for a text that is not saved yet: it is found as it is shown. */
  async function goBehindTyped(text: string): Promise<void> {
    const { page } = bench;
    const widget = page.locator('.find-widget.visible');
    await pressUntil(page, 'Control+F', widget);
    await typeText(page, text);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
  }

  it('explains the key at the cursor', async () => {
    const { page } = bench;
    await goBehind('    question');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    const hover = page.locator('.monaco-resizable-hover, .monaco-hover').first();
    await until('the hover says something', async () =>
      (await hover.innerText().catch(() => '')).includes('What the respondent is asked'),
    );
    await page.keyboard.press('Escape');
  });

  it('renames a factor in its definition, its conditions and its templates', async () => {
    const { page } = bench;
    await goBehind('Imagine this. {{ frame');
    const box = page.locator('.rename-box input');
    await pressUntil(page, 'F2', box);
    expect(await box.inputValue()).to.equal('frame');
    await box.fill('tone');
    await box.press('Enter');
    await page.locator('.view-line', { hasText: '{{ tone }}' }).first().waitFor();
    const text = await saved('{{ tone }}');
    expect(text.match(/\btone\b/g)).to.have.length(5);
    expect(text).to.not.match(/\bframe\b/);
  });

  it('draws the lens of a condition that is typed', async () => {
    const { page } = bench;
    const lenses = page.locator('.codelens-decoration a', { hasText: 'Simulate condition' });
    const before = await lenses.count();
    await goBehind('\nconditions:');
    await typeText(page, '\n  third: {text: Nothing is said.}');
    await page.keyboard.press('Escape');
    await until('there is one more lens', async () => (await lenses.count()) === before + 1);
    await saved('third:');
  });
});
