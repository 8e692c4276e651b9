import { at, textOf } from '../../study/model/pick';
import { specsOf } from '../../study/schema/help';
import type { KeySpec, Shape } from '../../study/schema/shape';
import { keysAt } from '../../study/schema/walk';
import { nodeAtPath } from '../../study/tree/lookup';
import type { YamlNode } from '../../study/tree/types';
import type { Place } from './place';

/** Every shape that the node at a place can have, by what is written around it. */
export function shapesOf({ shape, path, root }: Pick<Place, 'shape' | 'path' | 'root'>): readonly Shape[] {
  let shapes = alternatives(shape);
  for (const [depth, step] of path.entries()) {
    const node = nodeAtPath(root, path.slice(0, depth));
    shapes = shapes.flatMap((candidate) => childShapes(candidate, step, node)).flatMap(alternatives);
  }
  return shapes;
}

/** The keys that a map may have: those that fit what is written; of all cases while none is chosen. */
export function keysOf(shape: Shape, node: YamlNode | undefined): readonly KeySpec[] {
  const open = shape.kind === 'cases' && textOf(at(node, shape.tag)) === undefined;
  return open ? specsOf(shape) : keysAt(shape, node);
}

function childShapes(shape: Shape, step: string | number, node: YamlNode | undefined): readonly Shape[] {
  if (shape.kind === 'list') return typeof step === 'number' ? [shape.item] : [];
  if (shape.kind === 'dict') return [shape.value];
  return keysOf(shape, node)
    .filter(({ name }) => name === step)
    .map((spec) => spec.shape);
}

function alternatives(shape: Shape): readonly Shape[] {
  if (shape.kind !== 'either') return [shape];
  return [shape.scalar, shape.list, shape.map].flatMap((one) => (one ? alternatives(one) : []));
}
