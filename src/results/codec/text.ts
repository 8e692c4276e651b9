/** Words that YAML readers of any version take for something else than text. */
const reserved = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n', 'nan', 'inf']);

/** Characters that are not printable in YAML, or that some readers take for the end of a line. */
const unprintable = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

/** Text on one line: plain for a word, else in double quotes with escapes. */
export function quoted(value: string): string {
  if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(value) && !reserved.has(value.toLowerCase())) return value;
  return JSON.stringify(value).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Text of several lines as a literal block, each line at `indent`, so that a changed line is a changed line of the file.
 * Undefined for text that a literal block would not keep to the letter.
 */
export function textBlock(value: string, indent: string): string | undefined {
  const ended = value.endsWith('\n');
  const lines = (ended ? value.slice(0, -1) : value).split('\n');
  if ((lines.length < 2 && !ended) || lines.some((line) => unprintable.test(line))) return undefined;
  if (lines[0] === '' || lines[0]?.startsWith(' ') || lines.at(-1)?.trim() === '') return undefined;
  if (lines.some((line) => line !== '' && line.trim() === '')) return undefined;
  return [ended ? ' |' : ' |-', ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n');
}
