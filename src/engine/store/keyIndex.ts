/** Where the line of a reply lies. */
export interface Place {
  readonly shard: number;
  readonly from: number;
  readonly bytes: number;
}

/** Keys and their places in 40 bytes an entry, whatever the keys are. A place may be that of another key: compare. */
export interface KeyIndex {
  readonly size: number;
  /** The first place of a key stays. */
  add(key: Fingerprint, place: Place): void;
  find(key: Fingerprint): Place | undefined;
}

/** 64 bits of a key, in two halves. */
export interface Fingerprint {
  readonly high: number;
  readonly low: number;
}

/** Of the bytes of a key, or of a text whose characters are bytes: FNV-1a from two beginnings. */
export function fingerprint(key: string | Uint8Array): Fingerprint {
  let high = 0x811c9dc5;
  let low = 0x2f0b4a27;
  for (let i = 0; i < key.length; i += 1) {
    const byte = typeof key === 'string' ? key.charCodeAt(i) : (key[i] ?? 0);
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte, 0x01000197);
  }
  return { high: high >>> 0, low: low >>> 0 };
}

const mostFull = 0.6;

export function makeKeyIndex(): KeyIndex {
  let table = emptyTable(1024);
  let size = 0;

  function slotOf({ high, low }: Fingerprint): number {
    const mask = table.shard.length - 1;
    let slot = (high ^ (low >>> 7)) & mask;
    while (table.shard[slot] !== 0 && (table.high[slot] !== high || table.low[slot] !== low))
      slot = (slot + 1) & mask;
    return slot;
  }

  function put({ high, low }: Fingerprint, { shard, from, bytes }: Place): void {
    const slot = slotOf({ high, low });
    if (table.shard[slot] !== 0) return;
    table.high[slot] = high;
    table.low[slot] = low;
    table.shard[slot] = shard + 1;
    table.from[slot] = from;
    table.bytes[slot] = bytes;
    size += 1;
  }

  function grow(): void {
    const old = table;
    table = emptyTable(old.shard.length * 2);
    size = 0;
    for (const [slot, shard] of old.shard.entries())
      if (shard !== 0)
        put(
          { high: old.high[slot] ?? 0, low: old.low[slot] ?? 0 },
          { shard: shard - 1, from: old.from[slot] ?? 0, bytes: old.bytes[slot] ?? 0 },
        );
  }

  return {
    get size() {
      return size;
    },
    add: (key, place) => {
      if (size >= table.shard.length * mostFull) grow();
      put(key, place);
    },
    find: (key) => {
      const slot = slotOf(key);
      const shard = table.shard[slot] ?? 0;
      if (shard === 0) return undefined;
      return { shard: shard - 1, from: table.from[slot] ?? 0, bytes: table.bytes[slot] ?? 0 };
    },
  };
}

interface Table {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** 0 is free, else the shard and one. */
  readonly shard: Uint32Array;
  readonly from: Float64Array;
  readonly bytes: Uint32Array;
}

function emptyTable(slots: number): Table {
  return {
    high: new Uint32Array(slots),
    low: new Uint32Array(slots),
    shard: new Uint32Array(slots),
    from: new Float64Array(slots),
    bytes: new Uint32Array(slots),
  };
}
