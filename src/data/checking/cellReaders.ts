import type { Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { columnsOf } from '../joining/columns';
import { conditionReader, type ConditionReader } from '../joining/conditionReader';
import { itemReader } from '../joining/itemReader';

/** How rows of these columns are given to cells, or why they cannot be. */
export function cellReaders(
  study: Study,
  names: readonly string[],
): { readonly conditionOf: ConditionReader; readonly itemOf: ReturnType<typeof itemReader> } | VignetteError {
  const columns = columnsOf(names);
  try {
    return { conditionOf: conditionReader(study, columns), itemOf: itemReader(study, columns) };
  } catch (error) {
    if (error instanceof VignetteError) return error;
    throw error;
  }
}
