/**
 * The same text in memory of its own. A piece cut out of a larger text keeps all of that text alive in today's
 * engines, so that keeping one cell of each part of a file would keep the whole file.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : `${text} `.slice(0, -1);
}
