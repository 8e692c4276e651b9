import type { Columns } from '../joining/columns';
import { ownText } from '../owned';
import { valueKey } from '../values';
import type { CellCount, Wanted, WantedAnswers } from './types';

/** Combinations of values that are counted; a study has at most 10,000 conditions. */
const mostCells = 20_000;

/** Numbers kept: combinations by outcomes. */
const mostNumbers = 200_000;

/** Values of a column that are remembered as missing or not. */
const remembered = 1000;

/** Counts rows and answers by the values of some columns. */
export interface CellCounts {
  add(cells: readonly string[]): void;
  /** Undefined where there were too many combinations. */
  counts(): readonly CellCount[] | undefined;
}

/** Undefined where a column that makes the cells is not there. */
export function cellCounts(
  { columns: names, answers }: Wanted['cells'],
  columns: Columns,
): CellCounts | undefined {
  const places = names.flatMap((name) => columns.find(name) ?? []);
  if (places.length < names.length) return undefined;
  const tests = answers.map((each) => answerTest(each, columns));
  const found = new Map<string, { values: readonly string[]; rows: number; answers: number[] }>();
  const most = Math.min(mostCells, mostNumbers / Math.max(1, tests.length));
  let tooMany = false;

  function add(cells: readonly string[]): void {
    if (tooMany) return;
    const values = places.map((place) => (cells[place] ?? '').trim());
    const key = values.length === 1 ? (values[0] ?? '') : values.join('\u0000');
    let cell = found.get(key);
    if (cell === undefined) {
      tooMany = found.size >= most;
      if (tooMany) return found.clear();
      const own = values.map(ownText);
      cell = { values: own, rows: 0, answers: tests.map(() => 0) };
      found.set(own.join('\u0000'), cell);
    }
    cell.rows += 1;
    for (let i = 0; i < tests.length; i += 1)
      if (tests[i]?.(cells) === true) cell.answers[i] = (cell.answers[i] ?? 0) + 1;
  }

  return { add, counts: () => (tooMany ? undefined : [...found.values()]) };
}

function answerTest(
  { columns: names, missing }: WantedAnswers,
  columns: Columns,
): (cells: readonly string[]) => boolean {
  const places = names.flatMap((name) => columns.find(name) ?? []);
  const declared = new Set(missing.map(valueKey));
  const seen = new Map<string, boolean>();
  const isFilled = (cell: string): boolean => {
    if (declared.size === 0) return cell.trim() !== '';
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const filled = cell.trim() !== '' && !declared.has(valueKey(cell));
    if (seen.size < remembered) seen.set(ownText(cell), filled);
    return filled;
  };
  return (cells) => places.some((place) => isFilled(cells[place] ?? ''));
}
