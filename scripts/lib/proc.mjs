// Starting other programs, without a shell.
import { spawn, spawnSync } from 'node:child_process';

/** npm as a program and its first arguments: the npm that started us where there is one. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && script.endsWith('.js')) return [process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** Runs to the end with its output shown; throws when it fails. */
export function runShown(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with status ${status}.`);
}

/** Runs to the end; its output is shown only when it fails. */
export function runQuiet(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')} ended with status ${status}.\n${stdout}\n${stderr}`);
  return stdout;
}

export function npm(args, options = {}) {
  const [command, first] = npmCommand();
  return runQuiet(command, [...first, ...args], options);
}

/** Whether the program can be started and says yes. */
export function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Runs to the end, passing lines on as they come, and resolves to {status, lines}. */
export function runLines(command, args, { onLine, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const lines = [];
    let rest = '';
    const take = (chunk) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        onLine?.(line);
      }
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject);
    child.on('close', (status) => {
      if (rest) take('\n');
      resolve({ status: status ?? 1, lines });
    });
  });
}
