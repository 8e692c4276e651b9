import type { Results } from '../../results/types';

/**
 * The newest results of each cell: conditions that were simulated one after the other, by the same model in the
 * same way, stand together. Effects are those of the newest file, since they need both arms of one run.
 */
export function combineResults(newestFirst: readonly Results[]): Results | undefined {
  const [newest, ...older] = newestFirst;
  if (newest === undefined) return undefined;
  return older.filter((other) => sameWay(newest, other)).reduce(addMissing, newest);
}

function sameWay({ setup: a }: Results, { setup: b }: Results): boolean {
  return (
    a.model.engine === b.model.engine &&
    a.model.model === b.model.model &&
    a.model.where === b.model.where &&
    a.strategy === b.strategy &&
    a.temperature === b.temperature &&
    a.hashes.data === b.hashes.data
  );
}

function addMissing(into: Results, from: Results): Results {
  const has = new Set(into.evaluation.cells.map(({ condition }) => condition));
  const cells = from.evaluation.cells.filter(({ condition }) => !has.has(condition));
  if (cells.length === 0) return into;
  const added = new Set(cells.map(({ condition }) => condition));
  return {
    ...into,
    setup: {
      ...into.setup,
      conditions: [...into.setup.conditions, ...from.setup.conditions.filter(({ id }) => added.has(id))],
    },
    evaluation: { ...into.evaluation, cells: [...into.evaluation.cells, ...cells] },
  };
}
