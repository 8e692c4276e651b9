import { expect } from 'chai';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../../src/host/nodeFiles';
import { asVignetteError } from '../../../src/util/errors';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return asVignetteError(error).code;
  }
}

describe('files of this machine', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes whole files and leaves nothing beside them', async () => {
    await nodeFiles.write(`${folder}/deep/a.txt`, 'one');
    await nodeFiles.write(`${folder}/deep/a.txt`, 'two');
    expect(Buffer.from(await nodeFiles.read(`${folder}/deep/a.txt`)).toString()).to.equal('two');
    expect(await readdir(`${folder}/deep`)).to.deep.equal(['a.txt']);
  });
  it('says that a file is missing, is a folder, or is too large', async () => {
    await writeFile(`${folder}/big`, 'x'.repeat(11));
    expect(await codeOf(nodeFiles.read(`${folder}/none`))).to.equal('file/missing');
    expect(await codeOf(nodeFiles.read(folder))).to.equal('file/unreadable');
    expect(await codeOf(nodeFiles.read(`${folder}/big`, 10))).to.equal('file/too-large');
  });
  it('appends to a file that it makes, and cuts it', async () => {
    const appender = await nodeFiles.append(`${folder}/j/log`);
    await appender.write('ab\n');
    await appender.write('cd\n');
    await appender.sync();
    await appender.close();
    await nodeFiles.truncate(`${folder}/j/log`, 3);
    expect(Buffer.from(await nodeFiles.read(`${folder}/j/log`)).toString()).to.equal('ab\n');
  });
  it('refuses a second holder of a lock and gives it back', async () => {
    const release = await nodeFiles.lock(`${folder}/lock`);
    expect(await codeOf(nodeFiles.lock(`${folder}/lock`))).to.equal('file/locked');
    await release();
    const again = await nodeFiles.lock(`${folder}/lock`);
    await again();
    expect(await nodeFiles.list(folder)).to.deep.equal([]);
  });
  it('takes over the lock of a process that is gone', async () => {
    await writeFile(`${folder}/lock`, JSON.stringify({ pid: 2 ** 30, started: '1' }));
    const release = await nodeFiles.lock(`${folder}/lock`);
    await release();
  });
  it('names the process that holds a lock', async () => {
    await writeFile(`${folder}/lock`, JSON.stringify({ pid: process.ppid, started: '' }));
    const error = await nodeFiles.lock(`${folder}/lock`).then(() => undefined, asVignetteError);
    expect(error?.message).to.contain(`process ${process.ppid}`);
  });
  it('streams a file in pieces', async () => {
    await writeFile(`${folder}/data`, 'a,b\n1,2\n');
    let text = '';
    for await (const piece of nodeFiles.stream(`${folder}/data`)) text += Buffer.from(piece).toString();
    expect(text).to.equal('a,b\n1,2\n');
    const drain = async (): Promise<void> => {
      for await (const piece of nodeFiles.stream(`${folder}/none`)) expect(piece).to.equal(undefined);
    };
    expect(await codeOf(drain())).to.equal('file/missing');
  });
});
