import type { Columns } from '../joining/columns';
import { ownText } from '../owned';
import type { PairCounts, Wanted } from './types';

/** Distinct values of a column in a table; a column with more is in none. */
const mostValues = 200;

/** Tables of a file; those wanted first are counted. */
const mostTables = 256;

/** Numbers kept of all tables; a table that would pass the bound is left out. */
const mostNumbers = 200_000;

/** Tabulates pairs of columns against each other. */
export interface PairTables {
  add(cells: readonly string[]): void;
  counts(): readonly PairCounts[];
}

/** The values of a column in the order in which they came, each with its number. */
interface Coding {
  readonly place: number;
  readonly numbers: Map<string, number>;
  /** The number of the present row's value; undefined for an empty cell. */
  now: number | undefined;
  tooMany: boolean;
}

interface PairTable {
  readonly columns: readonly [string, string];
  readonly first: Coding;
  readonly second: Coding;
  readonly counts: Uint32Array;
}

export function pairTables(pairs: Wanted['pairs'], columns: Columns): PairTables {
  const codings = new Map<number, Coding>();
  const codingOf = (name: string): Coding | undefined => {
    const place = columns.find(name);
    if (place === undefined) return undefined;
    const coding = codings.get(place) ?? { place, numbers: new Map(), now: undefined, tooMany: false };
    codings.set(place, coding);
    return coding;
  };
  let tables = pairs.slice(0, mostTables).flatMap((names): PairTable[] => {
    const [first, second] = [codingOf(names[0]), codingOf(names[1])];
    if (first === undefined || second === undefined) return [];
    return [{ columns: names, first, second, counts: new Uint32Array(mostValues * mostValues) }];
  });
  let coded = [...codings.values()];

  function add(cells: readonly string[]): void {
    if (coded.map((coding) => read(coding, cells)).includes('too many')) {
      coded = coded.filter(({ tooMany }) => !tooMany);
      tables = tables.filter(({ first, second }) => !first.tooMany && !second.tooMany);
    }
    for (const { first, second, counts } of tables) {
      if (first.now === undefined || second.now === undefined) continue;
      const at = first.now * mostValues + second.now;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }

  return { add, counts: () => withinBound(tables).map(countsOf) };
}

function read(coding: Coding, cells: readonly string[]): 'read' | 'too many' {
  const value = (cells[coding.place] ?? '').trim();
  if (value === '') {
    coding.now = undefined;
    return 'read';
  }
  coding.now = coding.numbers.get(value);
  if (coding.now !== undefined) return 'read';
  coding.now = coding.numbers.size;
  coding.tooMany = coding.now >= mostValues;
  if (!coding.tooMany) coding.numbers.set(ownText(value), coding.now);
  return coding.tooMany ? 'too many' : 'read';
}

function withinBound(tables: readonly PairTable[]): readonly PairTable[] {
  let left = mostNumbers;
  return tables.filter(({ first, second }) => {
    const size = first.numbers.size * second.numbers.size;
    if (size > left) return false;
    left -= size;
    return true;
  });
}

function countsOf({ columns, first, second, counts }: PairTable): PairCounts {
  const values = [[...first.numbers.keys()], [...second.numbers.keys()]] as const;
  const table = values[0].map((_, i) =>
    Array.from(counts.subarray(i * mostValues, i * mostValues + values[1].length)),
  );
  return { columns, values, table };
}
