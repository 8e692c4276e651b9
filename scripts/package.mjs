// Makes the VSIX: production bundles, packed, its size and its content list checked.
// `npm run package`; `-- --refresh` writes the list that it is compared with.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const golden = join(root, 'test', 'golden', 'vsix.txt');
const mostBytes = 3_000_000;

function node(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

const vsce = (...args) => node([join('node_modules', '@vscode', 'vsce', 'vsce'), ...args]);

/** Fails when the package holds something else than what was agreed, or is too large. */
function check(vsix, list, refresh) {
  const bytes = statSync(vsix).size;
  if (bytes > mostBytes) throw new Error(`${vsix} has ${bytes} bytes; at most ${mostBytes} are allowed.`);
  if (refresh) writeFileSync(golden, list);
  const agreed = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
  if (list === agreed) return bytes;
  const [now, before] = [list, agreed].map((text) => new Set(text.split('\n')));
  const changes = [
    ...[...now].filter((file) => !before.has(file)).map((file) => `+ ${file}`),
    ...[...before].filter((file) => !now.has(file)).map((file) => `- ${file}`),
  ];
  throw new Error(
    `The package's content differs from test/golden/vsix.txt (npm run package -- --refresh):\n${changes.join('\n')}`,
  );
}

/** Builds the VSIX and returns its path. Throws when a check fails. */
export function packageExtension({ refresh = false } = {}) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  node(['esbuild.js', '--production']);
  vsce('package', '--no-dependencies', '--out', vsix);
  const list = vsce('ls', '--no-dependencies').trim().split('\n').sort().join('\n') + '\n';
  const bytes = check(vsix, list, refresh);
  console.log(`${vsix}: ${(bytes / 1e6).toFixed(2)} MB, ${list.trim().split('\n').length} files`);
  return vsix;
}

/**
 * The VSIX that `npm test` has already made, else a new one.
 * @returns {string}
 */
export function packagedExtension() {
  return process.env.VIGNETTE_VSIX ?? packageExtension();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    packageExtension({ refresh: process.argv.includes('--refresh') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
