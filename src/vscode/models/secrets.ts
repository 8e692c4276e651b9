import type { SecretStorage } from 'vscode';
import type { Keys } from '../../protocol/run';

/** Keys of model hosts in the editor's secret storage, one an origin. */
export interface Secrets {
  has(origin: string): Promise<boolean>;
  set(origin: string, key: string): Promise<void>;
  remove(origin: string): Promise<void>;
  /** The keys of these origins and of no other. */
  keysFor(origins: readonly string[]): Promise<Keys>;
}

export function createSecrets(storage: SecretStorage): Secrets {
  const name = (origin: string): string => `vignette.key:${origin}`;
  return {
    has: async (origin) => (await storage.get(name(origin))) !== undefined,
    set: async (origin, key) => storage.store(name(origin), key),
    remove: async (origin) => storage.delete(name(origin)),
    keysFor: async (origins) => {
      const found = await Promise.all(
        [...new Set(origins)].map(async (origin) => [origin, await storage.get(name(origin))] as const),
      );
      return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
    },
  };
}
