import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Asks until there is an answer that is neither undefined nor false. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited ${timeoutMs / 1000} s in vain: ${what}.`);
}

/** The run process of the editor whose extensions lie beside this workspace, by the system's own list. */
export function runnerOf(workspace: string): number | undefined {
  const marks = [join(workspace, '..', 'editor', 'extensions'), join('dist', 'runner.js')];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return marks.every((mark) => line.includes(mark));
      } catch {
        // It ended meanwhile.
        return false;
      }
    });
}

/**
 * Clicks until it had its effect: the editor draws lenses anew after every change, and a click on one that is
 * just being replaced is lost.
 */
export async function clickUntil(target: { click(): Promise<void> }, done: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await target.click();
    try {
      return void (await until('the click had its effect', done, 8000));
    } catch {
      // Lost; once more.
    }
  }
  throw new Error('Clicking had no effect.');
}

/** Runs that were begun in a workspace. */
export function runsOnDisk(workspace: string): number {
  return filesBelow(join(workspace, '.vignette', 'runs')).filter((path) => path.endsWith('run.json')).length;
}

/** All results files of a workspace, sorted. */
export function resultsFiles(workspace: string): readonly string[] {
  return filesBelow(join(workspace, 'results')).filter((path) => path.endsWith('.results.yaml'));
}

/** Whole lines in the journals of a workspace: answers that were acknowledged. */
export function answersOnDisk(workspace: string): number {
  return filesBelow(join(workspace, '.vignette', 'runs'))
    .filter((path) => path.endsWith('answers.jsonl'))
    .map((path) => readFileSync(path, 'utf8').split('\n').length - 1)
    .reduce((sum, lines) => sum + lines, 0);
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort();
}
