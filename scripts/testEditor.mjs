// Runs test/vscode inside the extension host of a real VS Code that has the packaged extension installed.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { installBrowser, installEditor, root } from './lib/editorInstall.mjs';
import { freePort, startEditor } from './lib/editorServer.mjs';
import { browserFlags } from './lib/browser.mjs';
import { testHome } from './lib/model.mjs';
import { runQuiet } from './lib/proc.mjs';
import { packagedExtension } from './package.mjs';

const limitMs = 300_000;

/** Bundles the tests; `mocha` and `vscode` come from outside. */
async function bundleTests() {
  const out = join(root, 'out', 'vscode');
  await build({
    entryPoints: [join(root, 'test', 'vscode', 'index.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: join(out, 'index.js'),
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return out;
}

/** An empty extension: the tests need a development path, and the packaged one must be the one that runs. */
function blankExtension(folder) {
  const blank = join(folder, 'blank');
  mkdirSync(blank, { recursive: true });
  writeFileSync(
    join(blank, 'package.json'),
    JSON.stringify({ name: 'blank', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }),
  );
  return blank;
}

/** A chat model of the editor, as an extension of its own. */
function chatProvider(folder) {
  const vsix = join(folder, 'chat-provider.vsix');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  runQuiet(process.execPath, [vsce, 'package', ...flags, '--out', vsix], {
    cwd: join(root, 'test', 'vscode', 'chatProvider'),
  });
  return vsix;
}

async function runInside(editor, workspace, blank, tests, executablePath, folder) {
  const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath,
    args: browserFlags,
    headless: true,
    viewport: { width: 1500, height: 950 },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const ended = new Promise(
      (resolve) => void page.exposeFunction('codeAutomationExit', (code) => resolve(code)),
    );
    await page.exposeFunction('codeAutomationLog', (_type, args) => console.log(format(...args)));
    const remote = (path) => `vscode-remote://127.0.0.1:${editor.port}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(blank)],
      ['extensionTestsPath', remote(tests)],
    ]);
    await page.goto(
      `${editor.url}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`,
    );
    const late = new Promise((resolve) => setTimeout(() => resolve('late'), limitMs).unref());
    return await Promise.race([ended, late]);
  } finally {
    await context.close();
  }
}

async function main() {
  installEditor(console.log);
  const executablePath = installBrowser(console.log);
  const folder = mkdtempSync(join(tmpdir(), 'vignette-host-'));
  const workspace = join(folder, 'examples');
  cpSync(join(root, 'examples'), workspace, { recursive: true });
  const tests = await bundleTests();
  const editor = await startEditor({
    folder: join(folder, 'editor'),
    port: await freePort(),
    vsix: packagedExtension(),
    others: [chatProvider(folder)],
    environment: { VIGNETTE_HOME: testHome, VIGNETTE_TEST_WORKSPACE: workspace },
    smokeTestDriver: true,
  });
  try {
    const code = await runInside(editor, workspace, blankExtension(folder), tests, executablePath, folder);
    if (code === 'late') console.log(`The tests did not end within ${limitMs / 1000} s.\n${editor.output()}`);
    return code === 0 ? 0 : 1;
  } finally {
    await editor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exit(await main());
