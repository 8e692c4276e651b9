import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../../../src/engine/journal';
import { nodeFiles, slashes } from '../../../src/host/nodeFiles';
import { systemClock } from '../../../src/host/systemClock';
import { rejection } from '../../fakes/rejection';

/** Starts the writer, kills it once it has acknowledged so many, and gives what it had acknowledged. */
function killedAfter(answers: number, folder: string): Promise<readonly number[]> {
  const script = join(__dirname, 'appendUntilKilled.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    if (said.split('\n').length > answers) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(said.split('\n').slice(0, -1).map(Number)));
  });
}

describe('a journal whose process is killed while it writes', () => {
  let folder = '';
  beforeEach(async () => {
    folder = slashes(await mkdtemp(join(tmpdir(), 'vignette-journal-')));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('holds every answer that was acknowledged, over two kills', async function () {
    this.timeout(60_000);
    const first = await killedAfter(500, folder);
    const second = await killedAfter(500, folder);
    const journal = await openJournal(nodeFiles, folder, systemClock);
    expect(first.length).to.be.at.least(500);
    expect([...first, ...second].filter((index) => !journal.done.has(index))).to.deep.equal([]);
    await journal.close();
  });

  it('is cut to the last whole line on the disk', async function () {
    this.timeout(60_000);
    await killedAfter(50, folder);
    const path = `${folder}/answers.jsonl`;
    const whole = await readFile(path, 'utf8');
    const lines = whole.slice(0, whole.lastIndexOf('\n') + 1);
    await appendFile(path, '{"index":999999,"person":"p9');
    const journal = await openJournal(nodeFiles, folder, systemClock);
    await journal.close();
    expect((await readFile(path, 'utf8')).startsWith(lines)).to.equal(true);
    expect((await readFile(path, 'utf8')).endsWith('}\n')).to.equal(true);
    expect(journal.done.has(999999)).to.equal(false);
  });

  it('refuses a second process by the id of the first, until that was killed', async function () {
    this.timeout(60_000);
    const script = join(__dirname, 'appendUntilKilled.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const error = await rejection(openJournal(nodeFiles, folder, systemClock));
    expect(error.code).to.equal('run/locked');
    expect(error.message).to.contain(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const journal = await openJournal(nodeFiles, folder, systemClock);
    expect(journal.done.size).to.be.greaterThan(0);
    await journal.close();
  });

  it('refuses a second writer while the first lives', async () => {
    const journal = await openJournal(nodeFiles, folder, systemClock);
    expect((await rejection(openJournal(nodeFiles, folder, systemClock))).code).to.equal('run/locked');
    await journal.close();
  });
});
