import type { ModelEntry } from '../../workspace/types';

/** Where the calls of a run go. */
export interface ModelPlace {
  /** The hosts that may be sent a key; empty where no key is used. */
  readonly origins: readonly string[];
  /** Nothing leaves this machine, nothing is paid. */
  readonly local: boolean;
}

/** A name without an entry is `local` or `embedded`: this machine. */
export function placeOf(entry: ModelEntry | undefined): ModelPlace {
  if (entry === undefined || entry.kind === 'embedded') return { origins: [], local: true };
  if (entry.kind === 'editor') return { origins: [], local: false };
  const addresses = entry.baseUrl
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address));
  const known = addresses.length === entry.baseUrl.length;
  return {
    origins: addresses.map(({ origin }) => origin),
    local: known && addresses.every(({ hostname }) => isLoopback(hostname)),
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
