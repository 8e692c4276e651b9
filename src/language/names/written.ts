import type { Holder } from './types';

const SAFE = /^[\p{L}\p{N}_/$%(+.](?:[\p{L}\p{N}_ /$%()+.'’-]|:(?=[\p{L}\p{N}_]))*$/u;
/** What YAML reads as nothing when it stands without quotes. */
const NOTHING = /^(?:null|~|)$/i;

/** Whether YAML reads a text back as it is when it stands without quotes, in braces too. */
export function isPlain(text: string): boolean {
  return (SAFE.test(text) && !NOTHING.test(text) && !text.endsWith(' ')) || /^-?\d+(?:\.\d+)?$/.test(text);
}

/** The source of a holder with another text in it: quotes stay, and are added where the text needs them. */
export function rewritten(
  { span, template }: Pick<Holder, 'span' | 'template'>,
  text: string,
  source: string,
): string {
  if (template) return text;
  const quote = source.charAt(span.start);
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  if (quote === '"' || !isPlain(text)) return JSON.stringify(text);
  return text;
}
