// The packages of the project itself, installed when they are missing or belong to another lock file.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './editorInstall.mjs';
import { npm } from './proc.mjs';

const packages = join(root, 'node_modules');
const done = join(packages, '.vignette-installed');

/** @throws when Node is too old, with the version that is needed. */
function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Vignette needs Node 20.19 or newer; this is ${process.versions.node}. Get it from nodejs.org.`,
  );
}

/** @throws where `node_modules` is a link: installing would empty the folder that it points to. */
export function ensureInstalled(say) {
  requireNode();
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(
      `${packages} is a symbolic link, and installing would empty the folder that it points to. Remove the link, or install the packages there yourself.`,
    );
  say('Installing packages (npm ci) …');
  npm(['ci', '--no-audit', '--no-fund'], { cwd: root });
  writeFileSync(done, wanted);
}
