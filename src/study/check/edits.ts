import type { ProblemFix } from '../problems';
import { isAmbiguous } from '../schema/ambiguous';
import type { Lines } from '../tree/lines';
import type { YamlMap } from '../tree/types';

type Replacement = ProblemFix['replace'][number];

interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/**
 * The fix that writes `key: value` before the first entry of a map, indented as that is; of a value of several lines
 * each is. None where the map is an alias, which stands for what is written elsewhere.
 */
export function addFirst(map: YamlMap, key: string, value: string, source: Source): readonly ProblemFix[] {
  const first = map.entries[0]?.keySpan.start;
  if (first === undefined) return [titled(key, intoEmpty(map, key, value))];
  if (first < map.span.start || first > map.span.end) return [];
  const at = { start: first, end: first };
  if (map.flow) return [titled(key, { at, by: `${key}: ${value}, ` })];
  const indent = indentAt(first, source.lines);
  const end = lineEnd(source.text);
  return [titled(key, { at, by: `${block(key, value, indent, end)}${end}${indent}` })];
}

/** The same behind the last entry, or behind another one, and what is noted beside it. */
export function addLast(
  map: YamlMap,
  key: string,
  value: string,
  source: Source,
  behind = map.entries.at(-1),
): readonly ProblemFix[] {
  const { text, lines } = source;
  if (behind === undefined) return [titled(key, intoEmpty(map, key, value))];
  const first = behind.keySpan.start;
  if (first < map.span.start || first > map.span.end) return [];
  const written = Math.max(behind.keySpan.end, behind.value.span.end);
  if (map.flow) {
    const isBare = behind.value.span.end <= behind.keySpan.end + 1;
    const end = isBare ? Math.max(written, text.indexOf(':', behind.keySpan.end) + 1) : written;
    return [titled(key, { at: { start: end, end }, by: `, ${key}: ${value}` })];
  }
  const indent = indentAt(first, lines);
  const line = lines.position(written).line;
  const end = lines.offset({ line, character: Number.MAX_SAFE_INTEGER });
  const by = `${lineEnd(text)}${indent}${block(key, value, indent, lineEnd(text))}`;
  return [titled(key, { at: { start: end, end }, by })];
}

function titled(key: string, replacement: Replacement): ProblemFix {
  return { title: `Add \`${key}\``, replace: [replacement] };
}

function intoEmpty({ span }: YamlMap, key: string, value: string): Replacement {
  return { at: { start: span.start + 1, end: span.start + 1 }, by: `${key}: ${value}` };
}

function block(key: string, value: string, indent: string, end: string): string {
  if (!value.includes('\n')) return `${key}: ${value}`;
  return [`${key}:`, ...value.split('\n').map((line) => `${indent}  ${line}`)].join(end);
}

function indentAt(offset: number, lines: Lines): string {
  return ' '.repeat(lines.position(offset).character);
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A word as it can stand anywhere in YAML: in quotes where it would be read as something else. */
export function written(word: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ./%-]*$/u.test(word) && !word.endsWith(' ') && !isAmbiguous(word);
  return isPlain ? word : `"${word.replace(/[\\"]/g, '\\$&')}"`;
}
