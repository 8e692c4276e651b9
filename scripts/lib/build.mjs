// The bundles in dist/, built when they are missing or older than what they are made from.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './editorInstall.mjs';
import { runQuiet } from './proc.mjs';

export const cli = join(root, 'dist', 'cli.js');

/** `entries`: built files that must all be there and newer than the sources. */
export function ensureBuilt(say, entries = [cli]) {
  const oldest = Math.min(...entries.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
  const sources = ['src', 'webview', 'esbuild.js', 'package.json', 'package-lock.json'];
  if (sources.every((name) => newest(join(root, name)) <= oldest)) return;
  say('Building (esbuild) …');
  runQuiet(process.execPath, [join(root, 'esbuild.js')], { cwd: root });
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
