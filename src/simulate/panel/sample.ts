import { columnsOf } from '../../data/joining/columns';
import { weightIn } from '../../data/joining/people';
import { personaReader } from '../../data/joining/persona';
import type { Person, Table } from '../../data/types';
import type { Panel } from '../../study/types';

/** The rows of the file of a panel. */
export interface PanelSample {
  /** A person a row, in file order, with the weight of the row. */
  readonly rows: readonly Person[];
  /** Rows left out since their weight is empty. */
  readonly unweighted: number;
}

/**
 * Reads the people of a panel's file.
 * @throws VignetteError `data/column` for a column that is not there, `data/weight`, and what reading the table throws.
 */
export async function readSample(
  sample: NonNullable<Panel['sample']>,
  table: Table,
  signal?: AbortSignal,
): Promise<PanelSample> {
  const columns = columnsOf(table.columns);
  const persona = personaReader(sample.profile, columns);
  const weightPlace = sample.weight === undefined ? undefined : columns.need(sample.weight);
  const rows: Person[] = [];
  let row = 0;
  let unweighted = 0;
  for await (const cells of table.rows(signal)) {
    row += 1;
    const weight = weightPlace === undefined ? 1 : weightIn(cells[weightPlace] ?? '', row);
    if (weight === undefined) unweighted += 1;
    else rows.push({ id: `panel-${row}`, weight, profile: persona.read(cells) });
  }
  return { rows, unweighted };
}
