import type { ProblemFix } from '../problems';
import type { Lines } from '../tree/lines';
import type { YamlMap } from '../tree/types';

type Replacement = ProblemFix['replace'][number];

interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** Writes `key: value` before the first entry of a map, indented as that is. A value of several lines is indented with it. */
export function prepended(map: YamlMap, key: string, value: string, { text, lines }: Source): Replacement {
  const first = map.entries[0]?.keySpan.start;
  if (first === undefined) return intoEmpty(map, key, value);
  const at = { start: first, end: first };
  if (map.flow) return { at, by: `${key}: ${value}, ` };
  const indent = indentAt(first, lines);
  return { at, by: `${block(key, value, indent)}${lineEnd(text)}${indent}` };
}

/** The same behind the last entry and what is noted beside it. */
export function appended(map: YamlMap, key: string, value: string, { text, lines }: Source): Replacement {
  const first = map.entries[0]?.keySpan.start;
  const last = map.entries.at(-1);
  if (first === undefined || last === undefined) return intoEmpty(map, key, value);
  const end = Math.max(last.keySpan.end, last.value.span.end);
  if (map.flow) {
    const colon = last.value.span.end <= last.keySpan.end ? Math.max(end, text.indexOf(':', end) + 1) : end;
    return { at: { start: colon, end: colon }, by: `, ${key}: ${value}` };
  }
  const line = lines.position(end).line;
  const behind = lines.offset({ line, character: Number.MAX_SAFE_INTEGER });
  const by = `${lineEnd(text)}${indentAt(first, lines)}${block(key, value, indentAt(first, lines))}`;
  return { at: { start: behind, end: behind }, by };
}

function intoEmpty({ span }: YamlMap, key: string, value: string): Replacement {
  return { at: { start: span.start + 1, end: span.start + 1 }, by: `${key}: ${value}` };
}

function block(key: string, value: string, indent: string): string {
  if (!value.includes('\n')) return `${key}: ${value}`;
  return [`${key}:`, ...value.split('\n').map((line) => `${indent}  ${line}`)].join('\n');
}

function indentAt(offset: number, lines: Lines): string {
  return ' '.repeat(lines.position(offset).character);
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
