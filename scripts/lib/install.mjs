// The packages of the project itself, installed when they are missing or belong to another lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './editorInstall.mjs';
import { npm } from './proc.mjs';

const done = join(root, 'node_modules', '.vignette-installed');

/** @throws when Node is too old, with the version that is needed. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Vignette needs Node 20.19 or newer; this is ${process.versions.node}. Get it from nodejs.org.`,
  );
}

export function ensureInstalled(say) {
  requireNode();
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  say('Installing packages (npm ci) …');
  npm(['ci', '--no-audit', '--no-fund'], { cwd: root });
  writeFileSync(done, wanted);
}
