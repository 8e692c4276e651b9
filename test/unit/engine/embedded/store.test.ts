import { expect } from 'chai';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { defaultModel, modelFile } from '../../../../src/engine/embedded/defaultModel';
import { defaultThreads, embeddedModel, embeddedStatus } from '../../../../src/engine/embedded/index';
import { engineEntry, releaseHere } from '../../../../src/engine/embedded/packages';
import { rejection } from '../../../fakes/rejection';
import { temporaryFolder } from './install/world';

describe('what lies in the user’s storage', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (home = temporaryFolder()));
  afterEach(() => home.remove());

  function put(file: string, bytes: number): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'x');
    truncateSync(file, bytes);
  }

  it('is nothing in an empty folder, with what getting it takes', async () => {
    const { engine, model, bytes } = await embeddedStatus(home.path);
    expect([engine, model]).to.deep.equal(['missing', 'missing']);
    expect(bytes.model).to.equal(98_362_432);
    expect(bytes.engine).to.be.within(35e6, 60e6);
  });

  it('counts a model of another size as missing', async () => {
    put(modelFile(home.path, defaultModel), 1000);
    expect((await embeddedStatus(home.path)).model).to.equal('missing');
  });

  it('is ready when the engine and the whole model are there', async () => {
    put(engineEntry(home.path, releaseHere()), 10);
    put(modelFile(home.path, defaultModel), defaultModel.bytes);
    const { engine, model } = await embeddedStatus(home.path);
    expect([engine, model]).to.deep.equal(['ready', 'ready']);
  });

  const entry = {
    kind: 'embedded',
    name: 'tiny',
    file: undefined,
    lora: undefined,
    demonstration: false,
  } as const;
  const deps = () => ({
    home: home.path,
    root: home.path,
    threads: 1,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });

  it('says how to get the engine when a model is opened without it', async () => {
    const error = await rejection(embeddedModel(entry, deps()));
    expect(error.code).to.equal('model/embedded-missing');
    expect(error.message).to.equal('The embedded engine is not installed.');
    expect(error.help).to.contain('vignette models get embedded');
  });

  it('names the model file that is not there', async () => {
    put(engineEntry(home.path, releaseHere()), 10);
    const error = await rejection(embeddedModel({ ...entry, file: 'models/x.gguf' }, deps()));
    expect(error.code).to.equal('model/embedded-missing');
    expect(error.message).to.contain('models/x.gguf');
  });
});

describe('how many threads the embedded engine takes', () => {
  it('is what VIGNETTE_THREADS says', () => {
    expect(defaultThreads({ VIGNETTE_THREADS: '3' })).to.equal(3);
  });

  it('leaves one core free, and is at least one', () => {
    expect(defaultThreads({ VIGNETTE_THREADS: 'many' })).to.equal(defaultThreads({}));
    expect(defaultThreads({})).to.be.at.least(1);
  });
});
