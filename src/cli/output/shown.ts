import { shownOutcomes, type ShownOutcome } from '../../chart/options/shown';
import { sayValue, type DataTable } from '../../chart/tables';
import type { Evaluation } from '../../results/types';
import { columns, cut, widthOf, wrap } from './columns';
import type { Paint } from './paint';

/** No line is longer than this. */
const lineWidth = 96;
const nameWidth = 34;
/** Predicted, observed, the ends of its interval, and the difference. */
const mostFigures = 5;

/** Outcomes with more than one number an answer: their figures, then the distances of each cell in a sentence. */
export function shownBlocks(evaluation: Evaluation, paint: Paint): readonly string[] {
  return shownOutcomes(evaluation).map((shown) => {
    const { outcome, question, about, distances } = shown;
    return [
      `${paint('bold', outcome)}  ${cut(question, lineWidth - outcome.length - 2)}`,
      paint('dim', wrap(about, lineWidth)),
      ...distances.rows.map((row) => cellText(shown, row, paint)),
    ].join('\n');
  });
}

function cellText(
  { figures, distances }: ShownOutcome,
  row: DataTable['rows'][number],
  paint: Paint,
): string {
  const name = String(row[0]);
  const said = distances.columns
    .map((column, at) => [column.name, sayValue(column, row[at] ?? null)] as const)
    .slice(1)
    .filter(([, value]) => value !== '–')
    .map(([what, value]) => `${what} ${value}`);
  return [
    `\n${cut(name, lineWidth)}`,
    ...figures.flatMap(({ caption, table }) =>
      figureLines(figures.length > 1 ? caption : '', name, table, paint),
    ),
    ...filled(said),
  ].join('\n');
}

/** As many figures on a line as fit, each with its name. */
function filled(said: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const each of said) {
    const longer = lines.length === 0 ? undefined : `${lines.at(-1)} · ${each}`;
    if (longer !== undefined && widthOf(longer) <= lineWidth) lines.splice(-1, 1, longer);
    else lines.push(`  ${each}`);
  }
  return lines;
}

function figureLines(caption: string, name: string, table: DataTable, paint: Paint): readonly string[] {
  const shown = table.columns.slice(2, 2 + mostFigures);
  const header = [`  ${paint('dim', caption)}`, ...shown.map((column) => paint('dim', column.name))];
  const rows = table.rows
    .filter((row) => row[0] === name)
    .map((row) => [
      `  ${cut(String(row[1]), nameWidth)}`,
      ...shown.map((column, at) => sayValue(column, row[2 + at] ?? null)),
    ]);
  return columns(
    [header, ...rows],
    shown.map((_, at) => at + 1),
  );
}
