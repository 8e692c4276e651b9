import { nearest } from '../../util/nearest';
import type { Path } from '../../util/range';
import type { Problems } from '../problems';
import type { Span, YamlNode } from '../tree/types';
import { checkDict, checkKeys, checkMissing } from './checkMaps';
import { checkChoice, checkNumber, checkText } from './checkScalars';
import type { Shape } from './shape';
import { keysOf } from './walk';
import { describeShape, isEmpty, isEmptyAllowed, nameOf, wrongKind } from './sentences';

/** Where in the check: what the node is called and which span stands for it as a whole. */
export interface Place {
  readonly path: Path;
  /** The key of the entry, or what else names the node. */
  readonly at: Span;
}

/**
 * Adds what of `node` does not fit `shape`: unknown and missing keys, values of the wrong kind, parts that this
 * version cannot simulate. A node of the wrong kind is not looked into, so that one mistake is one problem.
 */
export function checkShape(node: YamlNode, shape: Shape, place: Place, problems: Problems): void {
  if (isEmpty(node) && !isEmptyAllowed(shape)) {
    problems.add({
      code: 'study/type',
      at: place.at,
      path: place.path,
      message: `${nameOf(place.path)} has no value.`,
      help: `Write ${describeShape(shape)}, or remove the key.`,
    });
    return;
  }
  switch (shape.kind) {
    case 'either':
      return checkEither(node, shape, place, problems);
    case 'map':
      if (node.kind === 'map') return checkKeys(node, keysOf(shape, node), place, problems, checkShape);
      return wrongKind(node, shape, place, problems);
    case 'dict':
      if (node.kind === 'map') return checkDict(node, shape, place, problems, checkShape);
      return wrongKind(node, shape, place, problems);
    case 'cases':
      return checkCases(node, shape, place, problems);
    case 'list':
      return checkList(node, shape, place, problems);
    case 'text':
      return checkText(node, shape, place, problems);
    case 'version':
    case 'number':
    case 'boolean':
      return checkNumber(node, shape, place, problems);
    case 'choice':
      return checkChoice(node, shape, place, problems);
    case 'data':
    case 'null':
      if (node.kind !== 'scalar' || (shape.kind === 'null' && !isEmpty(node))) {
        wrongKind(node, shape, place, problems);
      }
  }
}

function checkEither(
  node: YamlNode,
  shape: Shape & { kind: 'either' },
  place: Place,
  problems: Problems,
): void {
  const fitting = shape[node.kind];
  if (fitting) checkShape(node, fitting, place, problems);
  else wrongKind(node, shape, place, problems);
}

function checkList(node: YamlNode, shape: Shape & { kind: 'list' }, place: Place, problems: Problems): void {
  if (node.kind !== 'list') return wrongKind(node, shape, place, problems);
  const { length } = node.items;
  if (length < (shape.min ?? 0) || length > (shape.max ?? Infinity)) {
    const wanted =
      shape.min === shape.max ? `${shape.min}` : `${shape.min ?? 0} to ${shape.max ?? 'any number'}`;
    const message = `${nameOf(place.path)} has ${length} entries instead of ${wanted}.`;
    problems.add({ code: 'study/type', at: node.span, path: place.path, message });
  }
  for (const [i, item] of node.items.entries()) {
    checkShape(item, shape.item, { path: [...place.path, i], at: item.span }, problems);
  }
}

function checkCases(
  node: YamlNode,
  shape: Shape & { kind: 'cases' },
  place: Place,
  problems: Problems,
): void {
  if (node.kind !== 'map') return wrongKind(node, shape, place, problems);
  const { tag, tagHelp, cases } = shape;
  const choice: Shape = { kind: 'choice', values: cases };
  const spec = { name: tag, help: tagHelp, shape: choice, required: true } as const;
  const written = node.byKey.get(tag)?.value;
  const found = cases.find(({ value }) => written?.kind === 'scalar' && written.text === value);
  if (found) return checkKeys(node, [spec, ...found.keys], place, problems, checkShape);
  const others = new Set(cases.flatMap(({ keys }) => keys.map(({ name }) => name)));
  const meant = node.entries.filter(({ key }) => key === tag || (!others.has(key) && nearest(key, [tag])));
  if (meant.length === 0) return checkMissing(node, [spec], place, problems);
  checkKeys({ ...node, entries: meant }, [spec], place, problems, checkShape);
}
