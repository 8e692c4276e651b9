import { VignetteError } from '../util/errors';
import type { Table } from './table';
import { decodeLines } from './decode';
import { takeRows } from './rowParser';

/** Longest row that is read, in characters: an unclosed quote must not swallow a whole file. */
const longestRow = 4_000_000;

/**
 * A CSV or TSV file as a table. The stream is opened once for the header and once for every reading of the rows.
 * Without `delimiter` the header says which of `,` `;` tab `|` it is. Blank lines are skipped.
 * @throws VignetteError `data/empty`, `data/encoding`, `data/duplicate-column`, `data/quotes`; while rows are
 * read also `data/ragged-row`.
 */
export async function csvTable(
  stream: () => AsyncIterable<Uint8Array>,
  options: { readonly delimiter?: string } = {},
): Promise<Table> {
  const header = await headerLine(stream());
  const delimiter = options.delimiter ?? likelyDelimiter(header);
  const columns = headerCells(header, delimiter);
  refuseDuplicates(columns);
  return {
    columns,
    rows: (signal) => dataRows(decodeLines(stream(), signal), delimiter, columns.length),
  };
}

async function headerLine(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of decodeLines(bytes)) {
    text = (text + piece).replace(/^(?:[^\S\n]*\n)+/, '');
    const end = endOfFirstRow(text);
    if (end !== undefined) return text.slice(0, end);
    if (text.length > longestRow) throw brokenQuotes(0);
  }
  if (text.trim() === '') throw emptyFile();
  return text;
}

/** The first line end outside quotes. */
function endOfFirstRow(text: string): number | undefined {
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === '\n' && !quoted) return i;
  }
  return undefined;
}

function likelyDelimiter(header: string): string {
  const candidates = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    cells: headerCells(header, delimiter).length,
  }));
  return candidates.reduce((best, next) => (next.cells > best.cells ? next : best)).delimiter;
}

function headerCells(header: string, delimiter: string): readonly string[] {
  return (takeRows(header, delimiter, true).rows[0] ?? []).map((cell) => cell.trim());
}

async function* dataRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
  width: number,
): AsyncIterable<readonly string[]> {
  let row = -1;
  let rest = '';
  function* whole(text: string, last: boolean): Iterable<readonly string[]> {
    const piece = takeRows(text, delimiter, last);
    rest = piece.rest;
    for (const [i, cells] of piece.rows.entries()) {
      if (cells.length === 1 && cells[0]?.trim() === '') continue;
      row += 1;
      if (i === piece.brokenQuote) throw brokenQuotes(row);
      if (row === 0) continue;
      if (cells.length !== width) throw raggedRow(row, cells.length, width);
      yield cells;
    }
  }
  for await (const text of pieces) {
    yield* whole(rest + text, false);
    if (rest.length > longestRow) throw brokenQuotes(row + 1);
  }
  yield* whole(rest, true);
}

function refuseDuplicates(columns: readonly string[]): void {
  const lastPlace = new Map(columns.map((name, i) => [name, i]));
  const twice = columns.find((name, i) => name !== '' && lastPlace.get(name) !== i);
  if (twice === undefined) return;
  throw new VignetteError({
    code: 'data/duplicate-column',
    message: `The data file has two columns called "${twice}".`,
    help: 'Give every column a name of its own.',
    audience: 'invalid',
  });
}

function emptyFile(): VignetteError {
  return new VignetteError({
    code: 'data/empty',
    message: 'The data file is empty.',
    help: 'It needs a line of column names and one row a respondent.',
    audience: 'invalid',
  });
}

function raggedRow(row: number, cells: number, width: number): VignetteError {
  return new VignetteError({
    code: 'data/ragged-row',
    message: `Row ${row} of the data has ${cells} cells; the header has ${width}.`,
    help: 'Put quotes around cells that hold the delimiter or a line end, and give every row the same cells.',
    audience: 'invalid',
  });
}

function brokenQuotes(row: number): VignetteError {
  return new VignetteError({
    code: 'data/quotes',
    message: `${row === 0 ? 'The header' : `Row ${row}`} of the data has a quote that is not closed or stands inside a cell.`,
    help: 'A quote inside a quoted cell is written twice.',
    audience: 'invalid',
  });
}
