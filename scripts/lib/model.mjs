// The embedded engine and its small model for the tests, in a storage of their own, so that tests never
// touch what the user of this machine has approved or stored.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './editorInstall.mjs';
import { runShown } from './proc.mjs';

export const testHome = join(root, '.cache', 'test-home');

/** Makes the tests' own storage the one in use, with what the user's already has. */
export function useTestHome() {
  process.env.VIGNETTE_HOME = testHome;
  mkdirSync(testHome, { recursive: true });
  const own = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'vignette');
  for (const part of ['engine', 'models']) {
    if (!existsSync(join(testHome, part)) && existsSync(join(own, part)))
      cpSync(join(own, part), join(testHome, part), { recursive: true });
  }
}

/** Gets what is missing in the tests' storage. */
export function prepareModel(say) {
  useTestHome();
  say('Getting the embedded engine and its model where they are missing …');
  runShown(process.execPath, [join(root, 'dist', 'cli.js'), 'models', 'get', 'embedded', '--no-progress']);
}
