import type { Path } from '../../util/range';
import type { Span, YamlEntry, YamlList, YamlMap, YamlNode } from './types';

export interface EntrySpans {
  readonly key: Span | undefined;
  readonly value: Span;
}

/** The node at a path, undefined when there is none. */
export function nodeAtPath(root: YamlNode, path: Path): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) node = node && childOf(node, step);
  return node;
}

/** The spans of the entry at a path; an empty path is the whole tree. */
export function spansAt(root: YamlNode, path: Path): EntrySpans | undefined {
  const last = path.at(-1);
  if (last === undefined) return { key: undefined, value: root.span };
  const parent = nodeAtPath(root, path.slice(0, -1));
  if (parent?.kind === 'map') {
    const entry = parent.byKey.get(String(last));
    return entry && { key: entry.keySpan, value: entry.value.span };
  }
  const item = parent && childOf(parent, last);
  return item && { key: undefined, value: item.span };
}

function childOf(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === 'map') return node.byKey.get(String(step))?.value;
  if (node.kind === 'list' && typeof step === 'number') return node.items[step];
  return undefined;
}

export interface EntryAt {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly spans: EntrySpans;
}

/** The innermost entry whose key or value holds `offset`, ends included; undefined outside of the tree. */
export function entryAt(root: YamlNode, offset: number): EntryAt | undefined {
  if (!holds(root.span, offset)) return undefined;
  let node = root;
  const path: (string | number)[] = [];
  let found: EntryAt = { path: [], part: 'value', spans: { key: undefined, value: root.span } };
  while (node.kind !== 'scalar') {
    const next = node.kind === 'map' ? entryIn(node, offset) : itemIn(node, offset);
    if (!next) break;
    path.push(next.step);
    found = { path: [...path], part: next.part, spans: next.spans };
    if (next.part === 'key') break;
    node = next.node;
  }
  return found;
}

interface Step {
  readonly step: string | number;
  readonly part: 'key' | 'value';
  readonly spans: EntrySpans;
  readonly node: YamlNode;
}

function entryIn(map: YamlMap, offset: number): Step | undefined {
  const entry = map.entries.find((e) => holds({ start: e.keySpan.start, end: endOf(e) }, offset));
  if (!entry) return undefined;
  return {
    step: entry.key,
    part: offset <= entry.keySpan.end ? 'key' : 'value',
    spans: { key: entry.keySpan, value: entry.value.span },
    node: entry.value,
  };
}

function itemIn(list: YamlList, offset: number): Step | undefined {
  const step = list.items.findIndex((item) => holds(item.span, offset));
  const node = list.items[step];
  return node && { step, part: 'value', spans: { key: undefined, value: node.span }, node };
}

function endOf({ keySpan, value }: YamlEntry): number {
  return Math.max(keySpan.end, value.span.end);
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
