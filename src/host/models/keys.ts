import type { Approvals } from '../../app/services';

/** Where keys come from: by variable, and by the origin for which the user entered one. */
export interface KeySource {
  readonly byVariable: (name: string) => string | undefined;
  readonly byOrigin: Readonly<Record<string, string>>;
}

export type KeyState =
  | { readonly state: 'none-needed' | 'missing' | 'untrusted' }
  | { readonly state: 'ready'; readonly key: string };

/**
 * The key of an entry, where it may go to all of the entry's origins: one that was entered for these origins, else
 * a variable whose pairs with them are built in or approved.
 */
export async function keyFor(
  keyEnv: string | undefined,
  origins: readonly string[],
  source: KeySource,
  approvals: Approvals,
): Promise<KeyState> {
  if (keyEnv === undefined) return { state: 'none-needed' };
  const entered = new Set(
    origins.map((origin) => (Object.hasOwn(source.byOrigin, origin) ? source.byOrigin[origin] : undefined)),
  );
  const [only] = entered;
  if (entered.size === 1 && only !== undefined && only !== '') return { state: 'ready', key: only };
  for (const origin of origins)
    if (!(await approvals.keyAllowed(keyEnv, origin))) return { state: 'untrusted' };
  const key = source.byVariable(keyEnv);
  return key === undefined || key === '' ? { state: 'missing' } : { state: 'ready', key };
}
