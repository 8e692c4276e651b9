import { expect } from 'chai';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installEngine } from '../../../../../src/engine/embedded/install/installEngine';
import { engineEntry, engineFolder } from '../../../../../src/engine/embedded/packages';
import { VignetteError } from '../../../../../src/util/errors';
import { rejection } from '../../../../fakes/rejection';
import {
  aPackage,
  aRelease,
  aWorld,
  loopback,
  serving,
  tarball,
  temporaryFolder,
  type TarMember,
} from './world';

const engine = tarball([
  { path: 'package/dist/index.js', text: 'export const answer = 42;' },
  { path: 'package/llama/gitRelease.bundle', text: 'history' },
]);
const helper = tarball([{ path: 'package/index.js', text: 'module.exports = 1;' }]);

describe('installing the embedded engine', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (home = temporaryFolder()));
  afterEach(() => home.remove());

  const archives: Readonly<Record<string, Buffer>> = {
    '/node-llama-cpp/-/node-llama-cpp-1.0.0.tgz': engine,
    '/@some/helper/-/helper-1.0.0.tgz': helper,
  };
  const release = aRelease([
    aPackage('node-llama-cpp', engine),
    aPackage('@some/helper', helper, 'node_modules/node-llama-cpp/node_modules/@some/helper'),
  ]);
  const registry = () =>
    loopback((request, response) => {
      const archive = archives[request.url ?? ''];
      if (archive === undefined) return response.writeHead(404).end();
      return serving(archive)(request, response);
    });

  it('lays every package where the list says and leaves nothing else', async () => {
    const server = await registry();
    const { deps, said } = aWorld();
    await installEngine(home.path, { ...deps, release, registry: server.url });
    await server.close();
    const folder = engineFolder(home.path, release);
    expect(readFileSync(engineEntry(home.path, release), 'utf8')).to.equal('export const answer = 42;');
    expect(
      existsSync(join(folder, 'node_modules/node-llama-cpp/node_modules/@some/helper/index.js')),
    ).to.equal(true);
    expect(readdirSync(join(home.path, 'engine'))).to.deep.equal(['1.0.0-test']);
    expect(said.filter(({ share }) => share === 1)).not.to.deep.equal([]);
  });

  it('leaves out the engine’s source history', async () => {
    const server = await registry();
    await installEngine(home.path, { ...aWorld().deps, release, registry: server.url });
    await server.close();
    const bundle = join(
      engineFolder(home.path, release),
      'node_modules/node-llama-cpp/llama/gitRelease.bundle',
    );
    expect(existsSync(bundle)).to.equal(false);
  });

  it('asks nothing when the engine is there', async () => {
    const server = await registry();
    const options = { ...aWorld().deps, release, registry: server.url };
    await installEngine(home.path, options);
    const before = server.asked.length;
    await installEngine(home.path, options);
    await server.close();
    expect(server.asked).to.have.length(before);
  });

  it('says which package the registry does not have, and leaves no engine', async () => {
    const server = await loopback((_, response) => response.writeHead(404).end());
    const error = await rejection(
      installEngine(home.path, { ...aWorld().deps, release, registry: server.url }),
    );
    await server.close();
    expect(error.code).to.equal('engine/install-failed');
    expect(error.message).to.match(/answered 404 for (node-llama-cpp|helper)-1\.0\.0\.tgz/);
    expect(existsSync(engineFolder(home.path, release))).to.equal(false);
  });

  it('refuses a package that is not the pinned one', async () => {
    const server = await loopback(serving(Buffer.alloc(engine.length, 7)));
    const only = aRelease([aPackage('node-llama-cpp', engine)]);
    const error = await rejection(
      installEngine(home.path, { ...aWorld().deps, release: only, registry: server.url }),
    );
    await server.close();
    expect(error.message).to.contain('not what was expected');
  });

  const hostile: readonly (readonly [string, TarMember])[] = [
    ['a path that leads out', { path: 'package/../../../out.txt', text: 'x' }],
    ['an absolute path', { path: '/out.txt', text: 'x' }],
    ['a symbolic link', { path: 'package/link', type: '2', link: '/etc/passwd' }],
    ['a hard link', { path: 'package/link', type: '1', link: 'package/dist/index.js' }],
  ];
  for (const [what, member] of hostile)
    it(`refuses a package with ${what}, and leaves no engine`, async () => {
      const archive = tarball([{ path: 'package/dist/index.js', text: 'x' }, member]);
      const bad = aRelease([aPackage('node-llama-cpp', archive)]);
      const server = await loopback(serving(archive));
      const error = await rejection(
        installEngine(home.path, { ...aWorld().deps, release: bad, registry: server.url }),
      );
      await server.close();
      expect(error.code).to.equal('engine/unsafe-package');
      expect(existsSync(engineFolder(home.path, bad))).to.equal(false);
      expect(existsSync(join(dirname(home.path), 'out.txt'))).to.equal(false);
    });

  it('waits for another process that is installing it', async () => {
    const { deps, said } = aWorld();
    let tries = 0;
    const lock = () => {
      tries += 1;
      if (tries < 3) return Promise.reject(lockedError());
      mkdirSync(dirname(engineEntry(home.path, release)), { recursive: true });
      return Promise.resolve(() => Promise.resolve());
    };
    const server = await registry();
    await installEngine(home.path, { ...deps, files: { lock }, release, registry: server.url });
    await server.close();
    expect(deps.clock.slept).to.deep.equal([500, 500]);
    expect(said[0]?.text).to.contain('another process');
  });
});

function lockedError(): VignetteError {
  return new VignetteError({ code: 'file/locked', message: 'In use.', help: 'Wait.', audience: 'usage' });
}
