import { spawn } from 'node:child_process';
import type { Git } from '../app/services';
import { VignetteError } from '../util/errors';
import { systemCode } from './fileErrors';

interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

const limitMs = 20_000;

/** git of this machine, started without a shell. */
export const systemGit: Git = {
  show: async (folder, revision, path) => {
    if (revision.startsWith('-'))
      throw unknownRevision(revision, path, 'a revision never begins with a dash');
    const answer = await git(folder, ['show', '--end-of-options', `${revision}:./${path}`]);
    if (answer.status !== 0) throw unknownRevision(revision, path, answer.error.trim().split('\n')[0] ?? '');
    return answer.out;
  },
  ignores: async (folder, path) => {
    try {
      const { status } = await git(folder, ['check-ignore', '--quiet', '--', path]);
      return status === 0 ? true : status === 1 ? false : undefined;
    } catch (error) {
      if (error instanceof VignetteError && error.code === 'git/missing') return undefined;
      throw error;
    }
  },
};

function git(folder: string, args: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      timeout: limitMs,
    });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => error.push(piece));
    child.on('error', (cause) => reject(systemCode(cause) === 'ENOENT' ? gitMissing(cause) : cause));
    child.on('close', (status) =>
      resolve({
        status,
        out: Buffer.concat(out).toString('utf8'),
        error: Buffer.concat(error).toString('utf8'),
      }),
    );
  });
}

function unknownRevision(revision: string, path: string, why: string): VignetteError {
  return new VignetteError({
    code: 'git/unknown-revision',
    message: `git has no ${revision}:${path}${why === '' ? '' : ` (${why})`}.`,
    help: 'Write REVISION:PATH, for example HEAD~1:results/study/model.results.yaml.',
    audience: 'usage',
  });
}

function gitMissing(cause: unknown): VignetteError {
  return new VignetteError({
    code: 'git/missing',
    message: 'git cannot be started.',
    help: 'Install git, or give two files or runs instead of REVISION:PATH.',
    audience: 'usage',
    cause,
  });
}
