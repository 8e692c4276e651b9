// Writes src/engine/embedded/packages.generated.json: the packages that the embedded engine loads at run time,
// with integrity and size. Needs the network; run it when the engine's version changes.
// `node scripts/refreshEnginePackages.mjs VERSION…`: each platform takes the first version published for it.
// The first version's dependencies serve all of them, so name only versions that accept the same ones.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const out = 'src/engine/embedded/packages.generated.json';
const platforms = ['linux-arm64', 'linux-x64', 'mac-arm64-metal', 'mac-x64', 'win-arm64', 'win-x64'];
const engine = 'node-llama-cpp';

// Starts the engine and says which files were loaded: modules through the hook, CommonJS from its cache.
const hook = `
import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  appendFileSync('loaded.txt', url + '\\n');
  return next(url, context);
}`;
const probe = `
import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
register('./hook.mjs', import.meta.url);
const { getLlama } = await import('${engine}');
const llama = await getLlama({ gpu: false, build: 'never', progressLogs: false });
await llama.dispose();
for (const file of Object.keys(createRequire(import.meta.url).cache)) appendFileSync('loaded.txt', file + '\\n');
`;

const versions = process.argv.slice(2);
if (versions.length === 0) throw new Error('Name at least one version of the engine.');
const registry = npm(['config', 'get', 'registry']).trim();
const folder = mkdtempSync(join(tmpdir(), 'engine-packages-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  writeFileSync(join(folder, 'hook.mjs'), hook);
  writeFileSync(join(folder, 'probe.mjs'), probe);
  const here = `${process.platform === 'darwin' ? 'mac' : process.platform.slice(0, 5)}-${process.arch}`;
  const wanted = [engine, `@${engine}/${here}`].map((name) => `${name}@${versions[0]}`);
  run('npm', ['install', '--ignore-scripts', '--omit=optional', ...wanted]);
  run(process.execPath, ['probe.mjs']);
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const common = [...new Set(loadedFolders())].filter((path) => !path.includes(engine)).sort();
  const list = {
    common: await Promise.all(common.map((path) => entry(path, lock[path]))),
    platforms: Object.fromEntries(
      await Promise.all(platforms.map(async (platform) => [platform, await packagesOf(platform)])),
    ),
  };
  writeFileSync(out, `${JSON.stringify(list, null, 2)}\n`);
  for (const [platform, { version }] of Object.entries(list.platforms)) console.log(platform, version);
  console.log(`${list.common.length} common packages`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`${command} ${args[0]} failed.`);
}

function npm(args) {
  return spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' }).stdout;
}

/** The innermost package folder of each file that was loaded, as the lock file names it. */
function loadedFolders() {
  return readFileSync(join(folder, 'loaded.txt'), 'utf8')
    .split('\n')
    .map((line) => decodeURIComponent(line.replace(/^file:\/\//, '')))
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter((path) => path !== undefined);
}

async function packagesOf(platform) {
  for (const version of versions) {
    const binary = published(`@${engine}/${platform}`, version);
    if (binary === undefined) continue;
    const own = [
      await entry(`node_modules/${engine}`, published(engine, version)),
      await entry(`node_modules/@${engine}/${platform}`, binary),
    ];
    return { version, own };
  }
  throw new Error(`No version has a package for ${platform}.`);
}

/** What the registry says of a package, in the words of a lock file; undefined when it has no such version. */
function published(name, version) {
  const { integrity } = JSON.parse(npm(['view', `${name}@${version}`, 'dist', '--json']) || '{}');
  return integrity === undefined ? undefined : { version, integrity };
}

async function entry(path, { version, integrity }) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const file = `${name.split('/').at(-1)}-${version}.tgz`;
  const response = await fetch(new URL(`${name}/-/${file}`, registry), { method: 'HEAD' });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return { path, name, version, integrity, bytes: Number(response.headers.get('content-length')) };
}
