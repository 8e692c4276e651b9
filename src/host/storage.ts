import { homedir } from 'node:os';
import { join } from 'node:path';
import { slashes } from './nodeFiles';

/**
 * The user's own folder for engines, models and decisions; never inside a workspace.
 * VIGNETTE_HOME overrides it.
 */
export function storageFolder(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['VIGNETTE_HOME'];
  if (own !== undefined && own !== '') return slashes(own);
  return slashes(join(dataFolder(env), 'vignette'));
}

function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  switch (process.platform) {
    case 'win32':
      return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
  }
}
