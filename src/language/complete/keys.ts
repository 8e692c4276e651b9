import { at, textOf } from '../../study/model/pick';
import { markdownOf, shapesAt, specsOf } from '../../study/schema/help';
import { studyShape } from '../../study/format/study';
import type { DictShape, Shape } from '../../study/schema/shape';
import { keysAt } from '../../study/schema/walk';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Path } from '../../util/range';
import type { Environment } from '../types';
import { namesFor, valuesOf } from './names';
import type { Place } from './place';
import type { Proposal } from './proposal';

/** The keys that may still be added to the mapping at a place, required ones first. */
export function keyProposals(place: Place, environment: Environment): readonly Proposal[] {
  const node = nodeAtPath(place.root, place.path);
  const present = new Set(node?.kind === 'map' ? node.byKey.keys() : []);
  return shapesAt(studyShape, place.path).flatMap((shape) => {
    const proposals = shape.kind === 'dict' ? dictKeys(shape, place, environment) : mapKeys(shape, place);
    return proposals.filter(({ label }) => !present.has(label));
  });
}

function mapKeys(shape: Shape, place: Place): readonly Proposal[] {
  const node = nodeAtPath(place.root, place.path);
  const keys =
    shape.kind === 'cases' && textOf(at(node, shape.tag)) === undefined
      ? specsOf(shape)
      : keysAt(shape, node);
  const supported = keys.filter(({ unsupported, shape: { kind } }) => !unsupported && kind !== 'anything');
  const unique = supported.filter((key, i) => supported.findIndex(({ name }) => name === key.name) === i);
  return [...unique.filter((key) => key.required), ...unique.filter((key) => !key.required)].map((key) => ({
    label: key.name,
    kind: 'key',
    insert: key.name + behind(key.shape, place),
    detail: key.required ? 'required' : '',
    documentation: markdownOf(key),
  }));
}

/** Keys that the writer chooses, where there is something to choose from. */
function dictKeys(shape: DictShape, place: Place, environment: Environment): readonly Proposal[] {
  const names = shape.keyOf
    ? namesFor(shape.keyOf, place, environment)
    : shape.keys === 'data'
      ? valuesOf(columnOf(place.path, place), place, environment)
      : [];
  return names.map((name) => ({ ...name, insert: name.insert + behind(shape.value, place) }));
}

/** The column whose values stand at a path: the one named beside `values`, or the key itself. */
export function columnOf(path: Path, { root }: Place): string | undefined {
  const [section, part, key] = path;
  if (section !== 'respondents') return undefined;
  if (part === 'where') return key === undefined ? undefined : String(key);
  const beside = path.lastIndexOf(path.includes('values') ? 'values' : 'missing');
  if (beside <= 1) return undefined;
  const written = textOf(at(nodeAtPath(root, path.slice(0, beside)), 'column'));
  return written ?? (part === 'outcomes' && key !== undefined ? String(key) : undefined);
}

/** A nested mapping or list goes on on the next line, unless it stands in braces. */
function behind(shape: Shape, { flow, colon }: Place): string {
  if (colon) return '';
  const nested = shape.kind === 'map' || shape.kind === 'dict' || shape.kind === 'list';
  if (!nested) return ': ';
  if (shape.kind === 'list') return flow ? ': [' : ':\n  - ';
  return flow ? ': {' : ':\n  ';
}
