import type { Path } from '../../util/range';
import type { Span, YamlNode } from '../../study/tree/types';

/** An entry of a map or an item of a list as it stands in the text. */
export interface Part {
  readonly path: Path;
  /** The key, for an entry of a map. */
  readonly key: Span | undefined;
  readonly node: YamlNode;
}

/** Every part of a tree, outer before inner. What an alias stands for is visited at its anchor alone. */
export function partsOf(root: YamlNode): readonly Part[] {
  const found: Part[] = [];
  const visit = (node: YamlNode, path: Path): void => {
    if (node.kind === 'scalar' || !holdsItsOwn(node)) return;
    const parts: readonly Part[] =
      node.kind === 'map'
        ? node.entries.map(({ key, keySpan, value }) => ({ path: [...path, key], key: keySpan, node: value }))
        : node.items.map((item, i) => ({ path: [...path, i], key: undefined, node: item }));
    for (const part of parts) {
      found.push(part);
      visit(part.node, part.path);
    }
  };
  visit(root, []);
  return found;
}

/** Whether the parts of a node stand inside of it: those of an alias stand elsewhere. */
function holdsItsOwn(node: YamlNode): boolean {
  const first =
    node.kind === 'map' ? node.entries[0]?.keySpan : node.kind === 'list' ? node.items[0]?.span : undefined;
  return first === undefined || (node.span.start <= first.start && first.end <= node.span.end);
}

/** From the key to the end of the value, which an alias or nothing may have elsewhere. */
export function spanOfPart({ key, node }: Part): Span {
  if (!key) return node.span;
  return { start: key.start, end: Math.max(key.end, node.span.end) };
}
