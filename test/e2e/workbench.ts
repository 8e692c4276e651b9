import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { chromium, type BrowserContext, type Frame, type Locator, type Page } from 'playwright-core';
import { browserFlags } from '../../scripts/lib/browser.mjs';
import { installBrowser, root } from '../../scripts/lib/editorInstall.mjs';
import { freePort, startEditor } from '../../scripts/lib/editorServer.mjs';
import { testHome } from '../../scripts/lib/model.mjs';
import { packagedExtension } from '../../scripts/package.mjs';

/** A real VS Code in a real browser with a copy of the examples open. */
export interface Workbench {
  readonly page: Page;
  readonly workspace: string;
  /** Absolute path in the copy of the examples. */
  path(name: string): string;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  readonly theme?: string;
  /** Changes to the copied files before the editor opens: name → text of it. */
  readonly edit?: Readonly<Record<string, (text: string) => string>>;
}

const environment = { VIGNETTE_HOME: testHome, VIGNETTE_THREADS: '1' };

/** The command line on a workspace, with the storage of the tests. */
export function vignette(
  workspace: string,
  ...args: readonly string[]
): { status: number; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status: status ?? -1, stdout, stderr };
}

/** A copy of the examples in a new folder, edited. */
export function copyExamples(edit: NonNullable<WorkbenchOptions['edit']> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'vignette-e2e-'));
  const workspace = join(folder, 'examples');
  cpSync(join(root, 'examples'), workspace, {
    recursive: true,
    filter: (path) => !/[/\\](\.vignette|results)$|report\.html$/.test(path),
  });
  for (const [name, change] of Object.entries(edit)) {
    const path = join(workspace, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return workspace;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const workspace = copyExamples(options.edit);
  const folder = join(workspace, '..');
  const editor = await startEditor({
    folder: join(folder, 'editor'),
    port: await freePort(),
    vsix: packagedExtension(),
    settings: { 'workbench.colorTheme': options.theme ?? 'Default Dark Modern' },
    environment,
  });
  let context: BrowserContext;
  try {
    context = await chromium.launchPersistentContext(join(folder, 'browser'), {
      executablePath: installBrowser(() => undefined),
      args: browserFlags,
      headless: true,
      viewport: { width: 1500, height: 950 },
    });
  } catch (error) {
    await editor.stop();
    throw error;
  }
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${editor.url}/?folder=${encodeURIComponent(workspace)}`);
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  return {
    page,
    workspace,
    path: (name) => join(workspace, name),
    close: async () => {
      await context.close();
      await editor.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a command by its title, as a person does with F1. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Types at the speed of a fast person. Keys that come without any pause between them can reach the editor's own
 * timer for suggestions as one change, and it then offers nothing until the next key.
 */
export async function typeText(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 40 });
}

/**
 * Presses a key until it had its effect: the editor loses a key that comes while the focus is moving, and a person then
 * presses it again.
 */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  for (let attempt = 1; !(await shown.isVisible()); attempt += 1) {
    await page.keyboard.press(key);
    const last = attempt === 5;
    await shown.waitFor({ timeout: 6000 }).catch((error: unknown) => {
      if (last) throw error;
    });
  }
}

/** Opens a file of the workspace by name with Ctrl+P. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget .quick-input-box input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tabs-container .tab', { hasText: name }).first().waitFor();
}

/** The lens with this text, drawn and ready to be clicked; the first takes a while. */
export function lens(page: Page, text: string | RegExp) {
  return page.locator('.codelens-decoration a', { hasText: text }).first();
}

/** The page inside a webview: two nested frames, replaced at will, so each is asked until one has the selector. */
export async function webviewFrame(page: Page, selector: string, timeoutMs = 30_000): Promise<Frame> {
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    for (const frame of page.frames()) {
      if (!frame.parentFrame()?.url().includes('/webview/browser/pre/')) continue;
      const found = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`No webview shows ${selector}.`);
}

/** Keeps a picture of what is on the screen in out/screenshots. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
