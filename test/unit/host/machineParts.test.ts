import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileApprovals } from '../../../src/host/models/approvals';
import { systemGit } from '../../../src/host/git';
import { keyFor } from '../../../src/host/models/keys';
import { storageFolder } from '../../../src/host/storage';
import { asVignetteError } from '../../../src/util/errors';
import { memoryFiles } from '../../fakes/memoryFiles';

const git = promisify(execFile);

describe('approvals of the user', () => {
  it('know the hosts of well-known keys, and no other host for them', async () => {
    const approvals = fileApprovals(memoryFiles(), '/home/v');
    expect(await approvals.keyAllowed('OPENAI_API_KEY', 'https://api.openai.com')).to.equal(true);
    expect(await approvals.keyAllowed('OPENAI_API_KEY', 'http://api.openai.com')).to.equal(false);
    expect(await approvals.keyAllowed('OPENAI_API_KEY', 'https://api.openai.com.evil.example')).to.equal(
      false,
    );
    expect(await approvals.keyAllowed('constructor', 'https://x.example')).to.equal(false);
  });
  it('are kept, each once', async () => {
    const files = memoryFiles();
    const approvals = fileApprovals(files, '/home/v');
    await approvals.allowKey('K', 'https://a.example');
    await approvals.allowKey('K', 'https://a.example');
    await approvals.allowProfiles('s', 'https://a.example');
    const again = fileApprovals(files, '/home/v');
    expect(await again.keyAllowed('K', 'https://a.example')).to.equal(true);
    expect(await again.profilesAllowed('s', 'https://a.example')).to.equal(true);
    expect(await again.profilesAllowed('t', 'https://a.example')).to.equal(false);
    expect(files.text('/home/v/approvals.json').match(/"keyEnv"/g)).to.have.length(1);
  });
  it('approve nothing, and are not written over, when the file is broken', async () => {
    const files = memoryFiles({ '/home/v/approvals.json': '{' });
    const approvals = fileApprovals(files, '/home/v');
    const code = await approvals
      .allowKey('K', 'https://a.example')
      .catch((error: unknown) => asVignetteError(error).code);
    expect(code).to.equal('approvals/unreadable');
    expect(files.text('/home/v/approvals.json')).to.equal('{');
  });
});

describe('the key of a model', () => {
  const approvals = fileApprovals(memoryFiles(), '/home/v');
  const source = (
    byOrigin: Readonly<Record<string, string>>,
    byVariable: Readonly<Record<string, string>> = {},
  ) => ({
    byOrigin,
    byVariable: (name: string) => byVariable[name],
  });

  it('is one that the user entered for this very host', async () => {
    const keys = source({ 'https://a.example': 'k' });
    expect(await keyFor('K', ['https://a.example'], keys, approvals)).to.deep.equal({
      state: 'ready',
      key: 'k',
    });
    expect(await keyFor('K', ['https://b.example'], keys, approvals)).to.deep.equal({ state: 'untrusted' });
  });
  it('does not go to a pool for one host of which it was entered', async () => {
    const keys = source({ 'https://a.example': 'k' });
    expect(await keyFor('K', ['https://a.example', 'https://b.example'], keys, approvals)).to.deep.equal({
      state: 'untrusted',
    });
  });
  it('comes from its variable for an approved pair, or is missing', async () => {
    const origin = ['https://api.openai.com'];
    const set = source({}, { OPENAI_API_KEY: 'k' });
    expect(await keyFor('OPENAI_API_KEY', origin, set, approvals)).to.deep.equal({
      state: 'ready',
      key: 'k',
    });
    expect(await keyFor('OPENAI_API_KEY', origin, source({}), approvals)).to.deep.equal({ state: 'missing' });
  });
});

describe('the folder of the user', () => {
  it('is the one that VIGNETTE_HOME names', () => {
    expect(storageFolder({ VIGNETTE_HOME: '/somewhere' })).to.equal('/somewhere');
    expect(storageFolder({ VIGNETTE_HOME: '' })).to.match(/vignette$/);
  });
  it('is never relative to the current folder', () => {
    const usual = storageFolder({});
    expect(storageFolder({ XDG_DATA_HOME: '', LOCALAPPDATA: '' })).to.equal(usual);
    expect(storageFolder({ XDG_DATA_HOME: 'data', LOCALAPPDATA: 'data' })).to.equal(usual);
  });
});

describe('git', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-git-'));
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'sub', 'a.txt'), 'first\n');
    await writeFile(join(folder, '.gitignore'), '.vignette/\n');
    const as = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
    await git('git', ['init', '-q', folder]);
    await git('git', ['-C', folder, 'add', '-A']);
    await git('git', ['-C', folder, ...as, 'commit', '-qm', 'one']);
    await writeFile(join(folder, 'sub', 'a.txt'), 'second\n');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('shows a file as it was committed, seen from any folder', async () => {
    expect(await systemGit.show(folder, 'HEAD', 'sub/a.txt')).to.equal('first\n');
    expect(await systemGit.show(join(folder, 'sub'), 'HEAD', 'a.txt')).to.equal('first\n');
  });
  it('refuses revisions that do not exist or are options', async () => {
    for (const revision of ['nothing', '--output=x', '-x'])
      expect(
        await systemGit
          .show(folder, revision, 'sub/a.txt')
          .catch((error: unknown) => asVignetteError(error).code),
      ).to.equal('git/unknown-revision');
  });
  it('knows what is ignored, and that there may be no repository', async () => {
    expect(await systemGit.ignores(folder, '.vignette/runs')).to.equal(true);
    expect(await systemGit.ignores(folder, 'sub/a.txt')).to.equal(false);
    expect(await systemGit.ignores(tmpdir(), 'x')).to.equal(undefined);
  });
});
