import { contentKeys } from './tableContent';
import { headKeys } from './tableHead';
import { peopleKeys } from './tablePeople';
import { scaleKeys } from './tableScales';
import type { BaseName } from './bases';
import type { Observable } from './observe';

/** One change to a base study: its first `from` becomes `to`, and `differs` is where that shows. */
export type Change = readonly [key: string, from: string, to: string, differs: Observable];

export interface Table {
  readonly base: BaseName;
  readonly changes: readonly Change[];
}

/** For every key of the format a change of that key alone. */
export const tables: readonly Table[] = [...headKeys, ...scaleKeys, ...contentKeys, ...peopleKeys];
