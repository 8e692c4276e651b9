import { markdownOf } from '../../study/schema/help';
import type { DictShape, Shape } from '../../study/schema/shape';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Environment } from '../types';
import { codesAt } from './codes';
import { dataValues, vocabulary } from './columns';
import { namesFor } from './names';
import type { Place } from './place';
import type { Proposal } from './proposal';
import { keysOf, shapesOf } from './shapes';
import { skeletonOf } from './skeleton';

/** The keys that may still be added to the mapping at a place, required ones first. */
export function keyProposals(place: Place, environment: Environment): readonly Proposal[] {
  const node = nodeAtPath(place.root, place.path);
  const present = new Set(node?.kind === 'map' ? node.byKey.keys() : []);
  const found = shapesOf(place).flatMap((shape) =>
    shape.kind === 'dict' ? dictKeys(shape, place, environment) : mapKeys(shape, place),
  );
  return found.filter(
    ({ label }, i) => !present.has(label) && found.findIndex((other) => other.label === label) === i,
  );
}

function mapKeys(shape: Shape, place: Place): readonly Proposal[] {
  const node = nodeAtPath(place.root, place.path);
  const keys = keysOf(shape, node);
  return [...keys.filter((key) => key.required), ...keys.filter((key) => !key.required)].map((key) => ({
    label: key.name,
    kind: 'key',
    detail: key.required ? 'required' : '',
    documentation: markdownOf(key),
    ...withValue(key.name, key.shape, place),
  }));
}

/** Keys that the writer chooses, where there is something to choose from. */
function dictKeys(shape: DictShape, place: Place, environment: Environment): readonly Proposal[] {
  const names = shape.keyOf
    ? namesFor(shape.keyOf, place, environment)
    : shape.keys === 'code'
      ? codesAt(place)
      : shape.keys === 'data'
        ? [...dataValues(place, environment), ...vocabularyOfMargin(place)]
        : [];
  return names.map((name) => ({ ...name, ...withValue(name.insert, shape.value, place) }));
}

/** Where the key says words of a persona, not values of a file. */
function vocabularyOfMargin(place: Place): readonly Proposal[] {
  return place.path[1] === 'margins' ? vocabulary(place.path, place) : [];
}

/** A key with the beginning of its value; the key alone where a colon stands behind it. */
function withValue(
  key: string,
  shape: Shape,
  { flow, colon }: Place,
): Pick<Proposal, 'insert' | 'snippet' | 'again'> {
  if (colon) return { insert: key };
  const { snippet, again } = skeletonOf(shape, flow);
  const insert = `${key.replace(/[\\$}]/g, '\\$&')}:${snippet}`;
  return { insert, snippet: true, ...(again ? { again } : {}) };
}
