import { isInTemplate } from './templates';

/** What a proposal replaces: characters of a line, from `start` up to, not including, `end`. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** It stands in quotes. */
  readonly quoted: boolean;
}

const REST = /^[\p{L}\p{N}_.-]*/u;
/** A plain value or name with spaces, from where it begins. */
const PLAIN = /(?:^\s*(?:-\s+)*|:\s+|[[{,]\s*|-\s+)([\p{L}\p{N}_][^"'[\]{},:#]*)$/u;

/**
 * The word at a cursor: all that is quoted or stands for one value, with its spaces; in a template, and where that
 * cannot be told, the letters around the cursor.
 */
export function wordAt(line: string, character: number): Word {
  const before = line.slice(0, character);
  const after = line.slice(character);
  const rest = REST.exec(after)?.[0].length ?? 0;
  const quote = openQuote(before);
  if (isInTemplate(before)) {
    return { start: character - lettersBefore(before), end: character + rest, quoted: quote !== undefined };
  }
  if (quote !== undefined) {
    const close = after.indexOf(line.charAt(quote));
    return { start: quote + 1, end: character + (close < 0 ? rest : close), quoted: true };
  }
  const plain = PLAIN.exec(before)?.[1]?.length;
  return { start: character - (plain ?? lettersBefore(before)), end: character + rest, quoted: false };
}

/** Where the quote stands that is open at the end of a text; one inside a word is an apostrophe. */
function openQuote(text: string): number | undefined {
  let open: number | undefined;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (open !== undefined) {
      if (c === '\\' && text.charAt(open) === '"') i++;
      else if (c === text.charAt(open)) open = undefined;
    } else if ((c === '"' || c === "'") && /(?:^|[\s[{,])$/.test(text.slice(0, i))) open = i;
    else if (c === '#' && /(?:^|\s)$/.test(text.slice(0, i))) return undefined;
  }
  return open;
}

function lettersBefore(text: string): number {
  let length = 0;
  while (length < text.length && /[\p{L}\p{N}_.-]/u.test(text.charAt(text.length - length - 1))) length++;
  // A dash before a space is a list item, not part of a word.
  return /(?:^|\s)-+$/.test(text) ? 0 : length;
}
