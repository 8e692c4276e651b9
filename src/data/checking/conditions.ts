import { VignetteError } from '../../util/errors';
import { idsByValue } from '../joining/conditionReader';
import { itemsByValue } from '../joining/itemReader';
import { cellReaders } from './cellReaders';
import { columnOf, keyPlace, type Context } from './context';
import { checkNaming } from './naming';

/** Values of the columns of conditions and items that name none, and studies that do not say in which columns they are. */
export function checkConditionValues(context: Context): void {
  const { respondents, study } = context;
  checkReadable(context);
  const source = respondents.condition;
  const column = source?.kind === 'column' ? columnOf(context, source.map.column) : undefined;
  if (source?.kind === 'column' && column !== undefined) {
    const names = study.conditions.map(({ id }) => id);
    const known = idsByValue(source.map, names);
    checkNaming(context, {
      code: 'data/condition-value',
      noun: 'condition',
      column,
      known,
      names,
      keys: ['condition'],
    });
  }
  checkLevels(context);
  checkItems(context);
}

function checkLevels(context: Context): void {
  const source = context.respondents.condition;
  for (const map of source?.kind === 'factors' ? source.maps : []) {
    const column = columnOf(context, map.column);
    const factor = context.study.factors.find(({ id }) => id === map.factor);
    if (column === undefined || factor === undefined) continue;
    const names = factor.levels.map(({ id }) => id);
    checkNaming(context, {
      code: 'data/condition-value',
      noun: `level of ${map.factor}`,
      column,
      known: idsByValue(map, names),
      names,
      keys: ['condition', 'factors', map.factor],
    });
  }
}

function checkItems(context: Context): void {
  const source = context.respondents.item;
  const column = source && columnOf(context, source.column);
  if (source === undefined || column === undefined || context.study.items.length === 0) return;
  const names = context.study.items.map(({ id }) => id);
  const known = itemsByValue(source, names);
  checkNaming(context, { code: 'data/item-value', noun: 'item', column, known, names, keys: ['item'] });
}

/** What joining refuses for want of a column that the study does not name. */
function checkReadable(context: Context): void {
  const place = keyPlace(context, 'respondents');
  const refusal = cellReaders(
    context.study,
    context.profile.columns.map(({ name }) => name),
  );
  if (place === undefined || !(refusal instanceof VignetteError)) return;
  const { code, message, help } = refusal;
  if (code === 'data/no-condition' || code === 'data/no-item')
    context.problems.add({ ...place, code, message, help });
}
