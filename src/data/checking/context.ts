import { at } from '../../study/model/pick';
import type { Problems } from '../../study/problems';
import type { Span, YamlNode } from '../../study/tree/types';
import type { Outcome, Respondents, RowFilter, Study } from '../../study/types';
import type { Path } from '../../util/range';
import { filterTest } from '../filters';
import { rowCount } from '../joining/tally';
import type { ColumnProfile, DataProfile, DistinctValue } from '../types';

/** What the checks of a file look at. */
export interface FileContext {
  readonly study: Study;
  /** The section that names the file. */
  readonly section: 'respondents' | 'panel';
  readonly where: readonly RowFilter[];
  readonly profile: DataProfile;
  readonly problems: Problems;
}

/** The file with the human answers. */
export interface Context extends FileContext {
  readonly respondents: Respondents;
}

/** A place in the study file. */
export interface Place {
  readonly at: Span;
  readonly path: Path;
}

export function columnOf({ profile }: FileContext, name: string): ColumnProfile | undefined {
  return profile.columns.find((column) => column.name.trim() === name.trim());
}

/** The node below the section. */
export function nodeBelow(
  { problems, section }: FileContext,
  ...keys: readonly string[]
): YamlNode | undefined {
  return keys.reduce<YamlNode | undefined>(at, at(problems.yaml.root, section));
}

/** Where a column is named: the text itself, or the `column:` of a map. */
export function columnPlace(node: YamlNode | undefined, path: Path): Place | undefined {
  if (node?.kind === 'scalar') return { at: node.span, path };
  const column = at(node, 'column');
  return column && { at: column.span, path: [...path, 'column'] };
}

/** A key in the study file. */
export function keyPlace({ problems }: FileContext, ...path: readonly string[]): Place | undefined {
  const key = path.at(-1) ?? '';
  const map = path.slice(0, -1).reduce<YamlNode | undefined>(at, problems.yaml.root);
  const entry = map?.kind === 'map' ? map.byKey.get(key) : undefined;
  return entry && { at: entry.keySpan, path };
}

/** The key of an outcome; of an item of a matrix, the key of the matrix. */
export function outcomePlace(context: FileContext, { id, matrix }: Outcome): Place | undefined {
  return keyPlace(context, 'outcomes', matrix?.outcome ?? id);
}

/** The values of a column in rows that pass the filters on this column. */
export function visibleValues({ where }: FileContext, column: ColumnProfile): readonly DistinctValue[] {
  const tests = where.filter((filter) => filter.column.trim() === column.name.trim()).map(filterTest);
  return column.distinct.filter(({ value }) => tests.every((passes) => passes(value)));
}

/** Whether filters on other columns may leave out the very rows that look wrong in this one. */
export function isFilteredElsewhere({ where }: FileContext, column: ColumnProfile): boolean {
  return where.some((filter) => filter.column.trim() !== column.name.trim());
}

/** `2 rows, first in row 7` */
export function rowsOf({ count, firstRow }: DistinctValue): string {
  return `${rowCount(count)}, first in row ${firstRow}`;
}
