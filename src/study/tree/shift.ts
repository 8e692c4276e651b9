import type { TreeProblem } from './convert';
import type { Span, YamlEntry, YamlMap, YamlNode } from './types';

/** A copy of a tree that stands `by` characters further on. */
export function shifted(node: YamlNode, by: number): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return {
        kind: 'scalar',
        span: moved(node.span, by),
        text: node.text,
        value: node.value,
        style: node.style,
      };
    case 'list':
      return {
        kind: 'list',
        span: moved(node.span, by),
        flow: node.flow,
        items: node.items.map((item) => shifted(item, by)),
      };
    case 'map':
      return shiftedMap(node, by);
  }
}

function shiftedMap({ span, flow, entries }: YamlMap, by: number): YamlMap {
  const byKey = new Map<string, YamlEntry>();
  const copies = entries.map(({ key, keySpan, value }) => {
    const entry = { key, keySpan: moved(keySpan, by), value: shifted(value, by) };
    byKey.set(key, entry);
    return entry;
  });
  return { kind: 'map', span: moved(span, by), flow, entries: copies, byKey };
}

export function shiftedProblem(problem: TreeProblem, by: number): TreeProblem {
  const span = moved(problem.span, by);
  return problem.kind === 'duplicate-key'
    ? { ...problem, span, first: moved(problem.first, by), entry: moved(problem.entry, by) }
    : { ...problem, span };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
