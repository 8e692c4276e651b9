import type { Path } from '../../util/range';
import type { Problems } from '../problems';
import type { Span, YamlNode } from '../tree/types';
import type { Place } from './check';
import type { ReferenceKind, Shape } from './shape';

/** The words in which a shape is asked for. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.of === undefined ? 'text' : `the name of ${NAMES[shape.of]}`;
    case 'version':
      return '1';
    case 'number':
      return shape.integer ? 'a whole number' : 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'choice':
      return `one of ${listed(shape.values)}`;
    case 'data':
      return 'a value of the data';
    case 'list':
      return 'a list';
    case 'dict':
    case 'map':
    case 'cases':
      return 'a mapping (`key: value`)';
    case 'either':
      return [shape.scalar, shape.list, shape.map]
        .flatMap((s) => (s ? [describeShape(s)] : []))
        .join(', or ');
    case 'null':
      return 'nothing';
  }
}

const NAMES: Readonly<Record<ReferenceKind, string>> = {
  condition: 'a condition',
  outcome: 'an outcome',
  matrixItem: 'an item of a matrix',
  scale: 'a scale',
  factor: 'a factor',
  level: 'a level',
  item: 'an item',
  itemField: 'a field of an item',
  itemValue: 'a value of a field',
  attribute: 'an attribute',
  attributeLevel: 'a level of an attribute',
  score: 'a score',
  contrast: 'a contrast',
  model: 'a model',
  column: 'a column',
  panelColumn: 'a column of the panel',
  profileName: 'a field or column of the profile',
  profileField: 'a profile field',
};

function listed(values: readonly { readonly value: string }[]): string {
  return values.map(({ value }) => `\`${value}\``).join(', ');
}

/** What a place is called in a message: its last key, or the place in its list. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'number') return `Entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
  return `\`${last.length > 40 ? `${last.slice(0, 40)}…` : last}\``;
}

/** Nothing is written there, or `null`. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.value === null;
}

export function isEmptyAllowed(shape: Shape): boolean {
  if (shape.kind === 'either') return shape.scalar !== undefined && isEmptyAllowed(shape.scalar);
  if (shape.kind === 'text') return shape.empty === true;
  return shape.kind === 'null' || shape.kind === 'data';
}

/** Adds that something is valid, and that a later stage will say that it cannot score it yet. */
export function hintNotYet(what: string, at: Span, path: Path, problems: Problems): void {
  problems.add({
    code: 'study/unsupported',
    at,
    path,
    message: `${what} is read and checked; this version cannot score it yet.`,
    help: 'It may stay: what needs it ends with an error that says so, and nothing leaves it out in silence.',
  });
}

const WRITTEN = { scalar: 'a single value', list: 'a list', map: 'a mapping' } as const;

/** Adds that a node is of another kind than its shape wants; a single value in place of a list can be wrapped. */
export function wrongKind(node: YamlNode, shape: Shape, place: Place, problems: Problems): void {
  const { yaml } = problems;
  const source = yaml.text.slice(node.span.start, node.span.end);
  const wrap = shape.kind === 'list' && node.kind === 'scalar' && !/[\n,[\]{}]/.test(source);
  problems.add({
    code: 'study/type',
    at: node.kind === 'scalar' ? node.span : place.at,
    path: place.path,
    message: `${nameOf(place.path)} is ${WRITTEN[node.kind]}, but ${describeShape(shape)} is meant.`,
    help: `Write ${describeShape(shape)}.`,
    fixes: wrap ? [{ title: 'Make it a list', replace: [{ at: node.span, by: `[${source}]` }] }] : [],
  });
}
