import { at } from '../../study/model/pick';
import type { Problems } from '../../study/problems';
import type { Span, YamlNode } from '../../study/tree/types';
import type { Respondents, Study } from '../../study/types';
import type { Path } from '../../util/range';
import { filterTest } from '../filters';
import { rowCount } from '../joining/tally';
import type { ColumnProfile, DataProfile, DistinctValue } from '../types';

/** What the checks of a data file look at. */
export interface Context {
  readonly study: Study;
  readonly respondents: Respondents;
  readonly profile: DataProfile;
  readonly problems: Problems;
}

/** A place in the study file. */
export interface Place {
  readonly at: Span;
  readonly path: Path;
}

export function columnOf({ profile }: Context, name: string): ColumnProfile | undefined {
  return profile.columns.find((column) => column.name.trim() === name.trim());
}

/** The node below `respondents`. */
export function nodeBelow({ problems }: Context, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce<YamlNode | undefined>(at, at(problems.yaml.root, 'respondents'));
}

/** Where a column is named: the text itself, or the `column:` of a map. */
export function columnPlace(node: YamlNode | undefined, path: Path): Place | undefined {
  if (node?.kind === 'scalar') return { at: node.span, path };
  const column = at(node, 'column');
  return column && { at: column.span, path: [...path, 'column'] };
}

/** The key of an outcome or condition in the study file. */
export function keyPlace({ problems }: Context, section: string, id: string): Place | undefined {
  const map = at(problems.yaml.root, section);
  const entry = map?.kind === 'map' ? map.byKey.get(id) : undefined;
  return entry && { at: entry.keySpan, path: [section, id] };
}

/** The values of a column in rows that pass the filters on this column. */
export function visibleValues({ respondents }: Context, column: ColumnProfile): readonly DistinctValue[] {
  const tests = respondents.where
    .filter((filter) => filter.column.trim() === column.name.trim())
    .map(filterTest);
  return column.distinct.filter(({ value }) => tests.every((passes) => passes(value)));
}

/** Whether filters on other columns may leave out the very rows that look wrong in this one. */
export function isFilteredElsewhere({ respondents }: Context, column: ColumnProfile): boolean {
  return respondents.where.some((filter) => filter.column.trim() !== column.name.trim());
}

/** `2 rows, first in row 7` */
export function rowsOf({ count, firstRow }: DistinctValue): string {
  return `${rowCount(count)}, first in row ${firstRow}`;
}
