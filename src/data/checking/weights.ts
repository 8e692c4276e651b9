import { rowCount } from '../joining/tally';
import { numberIn } from '../values';
import { columnOf, columnPlace, nodeBelow, visibleValues, type FileContext } from './context';

/** Weights that are no numbers of 0 or more. */
export function checkWeights(context: FileContext, name: string | undefined): void {
  const column = name === undefined ? undefined : columnOf(context, name);
  const { section } = context;
  const place =
    columnPlace(nodeBelow(context, 'weight'), [section, 'weight']) ??
    columnPlace(nodeBelow(context, 'survey', 'weight'), [section, 'survey', 'weight']);
  if (column === undefined || place === undefined) return;
  const odd = visibleValues(context, column).filter(({ value }) => !((numberIn(value) ?? -1) >= 0));
  const [first] = odd;
  if (first === undefined) return;
  const rows = odd.reduce((sum, { count }) => sum + count, 0);
  context.problems.add({
    code: 'data/weight',
    ...place,
    message: `"${first.value}" in ${column.name} is no weight (${rowCount(rows)} of this kind, first in row ${first.firstRow}).`,
  });
}
