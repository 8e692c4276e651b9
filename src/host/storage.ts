import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { slashes } from './nodeFiles';

/**
 * The user's own folder for engines, models and decisions; never inside a workspace.
 * VIGNETTE_HOME overrides it.
 */
export function storageFolder(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['VIGNETTE_HOME'];
  if (own !== undefined && own !== '') return slashes(isAbsolute(own) ? own : resolve(own));
  return slashes(join(dataFolder(env), 'vignette'));
}

function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  switch (process.platform) {
    case 'win32':
      return absolute(env['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return absolute(env['XDG_DATA_HOME']) ?? join(homedir(), '.local', 'share');
  }
}

/** A variable that is empty or relative would lead into the current folder; it counts as not set. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && isAbsolute(folder) ? folder : undefined;
}
