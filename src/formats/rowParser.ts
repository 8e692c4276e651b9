import papaparse from 'papaparse';

/** Rows of one piece of text, and where the next piece begins. */
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

interface RowParser {
  parse(text: string, baseIndex: number, ignoreLastRow: boolean): Parsed;
}

// The package's types leave out the arguments of its incremental parser.
const Parser = papaparse.Parser as unknown as new (config: {
  readonly delimiter: string;
  readonly newline: string;
}) => RowParser;

export interface Piece {
  readonly rows: readonly (readonly string[])[];
  /** Text after the last whole row. */
  readonly rest: string;
  /** Place among `rows` of a row with a stray or missing quote. */
  readonly brokenQuote: number | undefined;
}

/** Takes the whole rows from the front of `text`; with `last` the text ends here. Lines end in `\n`. */
export function takeRows(text: string, delimiter: string, last: boolean): Piece {
  const parsed = new Parser({ delimiter, newline: '\n' }).parse(text, 0, !last);
  const broken = parsed.errors.find(({ row }) => last || (row ?? 0) < parsed.data.length);
  return {
    rows: parsed.data,
    rest: last ? '' : text.slice(parsed.meta.cursor),
    brokenQuote: broken && (broken.row ?? 0),
  };
}
