import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import registryUrl, { defaultUrl } from 'registry-url';
import type { EnginePackage } from '../packages';

/**
 * The package registry that npm is configured with, ending in a slash: the environment, the project's file, the
 * user's and the machine's, in npm's own order.
 */
export function configuredRegistry(env: Readonly<Record<string, string | undefined>>): string {
  const near = registryUrl();
  if (near !== defaultUrl) return near;
  const user = env['npm_config_userconfig'] ?? join(homedir(), '.npmrc');
  const machine = env['npm_config_globalconfig'] ?? join(dirname(dirname(process.execPath)), 'etc', 'npmrc');
  for (const file of [user, machine, '/etc/npmrc']) {
    const found = registryIn(textOf(file), env);
    if (found !== undefined) return found;
  }
  return near;
}

/** What an npmrc text says; `${NAME}` stands for a variable of the environment, as npm has it. */
export function registryIn(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const value = /^[ \t]*registry[ \t]*=[ \t]*["']?([^\s"']+)/m.exec(text)?.[1];
  if (value === undefined) return undefined;
  const url = value.replace(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '');
  return url.endsWith('/') ? url : `${url}/`;
}

/** Where registries keep the archive of a package. */
export function archiveUrl(registry: string, { name, version }: EnginePackage): string {
  const bare = name.slice(name.lastIndexOf('/') + 1);
  return `${registry}${name}/-/${bare}-${version}.tgz`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there or not readable: it says nothing.
    return '';
  }
}
