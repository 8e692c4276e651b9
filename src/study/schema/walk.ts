import type { Path } from '../../util/range';
import type { YamlEntry, YamlNode, YamlScalar } from '../tree/types';
import type { DictShape, KeySpec, MapShape, Shape, TextShape } from './shape';

/** What a walk over a tree meets, in the order of the file. Paths are those of the node or entry met. */
export interface Visitor {
  text?(node: YamlScalar, shape: TextShape, path: Path): void;
  key?(entry: YamlEntry, shape: DictShape, path: Path): void;
}

/** Goes over what of a tree fits its shape; the rest is left to the check. */
export function walk(node: YamlNode, shape: Shape, path: Path, visitor: Visitor): void {
  switch (shape.kind) {
    case 'text':
      if (node.kind === 'scalar') visitor.text?.(node, shape, path);
      return;
    case 'list':
      if (node.kind !== 'list') return;
      return node.items.forEach((item, i) => walk(item, shape.item, [...path, i], visitor));
    case 'dict':
      if (node.kind !== 'map') return;
      return node.entries.forEach((entry) => {
        const below = [...path, entry.key];
        visitor.key?.(entry, shape, below);
        walk(entry.value, shape.value, below, visitor);
      });
    case 'map':
    case 'cases':
      return walkKeys(node, keysAt(shape, node), path, visitor);
    case 'either': {
      const fitting = shape[node.kind];
      if (fitting) walk(node, fitting, path, visitor);
      return;
    }
    default:
  }
}

function walkKeys(node: YamlNode, keys: readonly KeySpec[], path: Path, visitor: Visitor): void {
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    const spec = keys.find(({ name }) => name === key);
    if (spec) walk(value, spec.shape, [...path, key], visitor);
  }
}

/** The keys that a map has instead of its own because of one that is written. */
export function keysOf({ keys, when = [] }: MapShape, node: YamlNode | undefined): readonly KeySpec[] {
  if (node?.kind !== 'map') return keys;
  return when.find(({ key }) => node.byKey.has(key))?.keys ?? keys;
}

/** The keys that a map may have here: those of its case, where its tag says one; the tag alone where not. */
export function keysAt(shape: Shape, node: YamlNode | undefined): readonly KeySpec[] {
  if (shape.kind === 'map') return keysOf(shape, node);
  if (shape.kind !== 'cases') return [];
  const { tag, tagHelp, cases } = shape;
  const written = node?.kind === 'map' ? node.byKey.get(tag)?.value : undefined;
  const found = cases.find(({ value }) => written?.kind === 'scalar' && written.text === value);
  const choice: Shape = { kind: 'choice', values: cases };
  return [{ name: tag, help: tagHelp, shape: choice, required: true }, ...(found?.keys ?? [])];
}
