// Gets the editor under test and a browser: code-server with the Node it needs (an own folder, about
// 820 MB) and Chromium. Everything is skipped that is already there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers, npm, runQuiet } from './proc.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const e2eFolder = join(root, 'test', 'e2e');
const modules = join(e2eFolder, 'node_modules');
const server = join(modules, 'code-server');
const done = join(modules, '.vignette-installed');

export const serverEntry = join(server, 'out', 'node', 'entry.js');

/** The Node that code-server runs on: this one when it is 24, else the packaged one. */
export function editorNode() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  throw new Error(
    `The editor under test needs Node 24, and there is no packaged one for ${process.platform}-${process.arch}. Run this command with Node 24.`,
  );
}

/** Installs the editor under test where it is missing or another version. */
export function installEditor(say) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(e2eFolder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  say('Installing the editor under test (code-server, about 820 MB, once) …');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: e2eFolder });
  const env = { ...process.env, PATH: `${dirname(editorNode())}${delimiter}${process.env.PATH}` };
  // What code-server's own install script does, less its native builds, which nothing here needs.
  const vscode = join(server, 'lib', 'vscode');
  for (const cwd of [vscode, join(vscode, 'extensions')])
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, env });
  writeFileSync(done, wanted);
}

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium to drive; on Debian it is installed when missing. `VIGNETTE_BROWSER` names another.
 * @returns {string}
 */
export function installBrowser(say) {
  const found = [process.env.VIGNETTE_BROWSER, ...browsers].find((path) => path && existsSync(path));
  if (found) return found;
  if (!existsSync('/usr/bin/apt-get'))
    throw new Error('No Chromium or Chrome was found. Install one, or set VIGNETTE_BROWSER to its path.');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && !answers('sudo', ['-n', 'true']))
    throw new Error('Chromium is missing: run "sudo apt-get install chromium", or set VIGNETTE_BROWSER.');
  say('Installing Chromium with apt-get …');
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args];
    return runQuiet(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-dejavu-core');
  return browsers[0] ?? 'chromium';
}
