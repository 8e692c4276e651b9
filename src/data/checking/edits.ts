import type { ProblemFix } from '../../study/problems';
import type { YamlList, YamlMap } from '../../study/tree/types';
import type { YamlText } from '../../study/yaml';

/** One replacement of a fix. */
export type Edit = ProblemFix['replace'][number];

/** A value as YAML writes it: plain where nothing could misread it, else quoted. */
export function yamlText(value: string): string {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value)) return value;
  const plain = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(value);
  const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return plain && !reserved ? value : JSON.stringify(value);
}

/** Puts an entry before the first one of a map; undefined for an empty block map, which has no place to show. */
export function entryBefore(map: YamlMap, key: string, value: string, yaml: YamlText): Edit | undefined {
  const first = map.entries[0]?.keySpan.start;
  if (first === undefined) return map.flow ? { at: map.span, by: `{${key}: ${value}}` } : undefined;
  return before(first, `${key}: ${value}`, map.flow, yaml, '');
}

/** Puts an item before the first one of a list. */
export function itemBefore(list: YamlList, item: string, yaml: YamlText): Edit | undefined {
  const first = list.items[0]?.span.start;
  if (first === undefined) return list.flow ? { at: list.span, by: `[${item}]` } : undefined;
  return before(first, item, list.flow, yaml, '- ');
}

function before(start: number, text: string, flow: boolean, yaml: YamlText, mark: string): Edit {
  const at = { start, end: start };
  if (flow) return { at, by: `${text}, ` };
  const indent = yaml.lines.position(start).character - mark.length;
  return { at, by: `${text}\n${' '.repeat(Math.max(0, indent))}${mark}` };
}
