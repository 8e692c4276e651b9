import { nearest } from '../../util/nearest';
import { rename, type Problems } from '../problems';
import type { YamlNode, YamlScalar } from '../tree/types';
import { isAmbiguous } from './ambiguous';
import type { Place } from './check';
import { describeShape, hintNotYet, isEmpty, nameOf, wrongKind } from './sentences';
import type { Shape, TextShape } from './shape';

export function checkText(node: YamlNode, shape: TextShape, place: Place, problems: Problems): void {
  if (node.kind !== 'scalar') return wrongKind(node, shape, place, problems);
  const { path } = place;
  if (node.text === '' && !shape.empty) {
    const message = `${nameOf(path)} is empty.`;
    problems.add({ code: 'study/type', at: place.at, path, message, help: `Write ${describeShape(shape)}.` });
  } else if (shape.pattern && !shape.pattern.regex.test(node.text)) {
    const message = `${nameOf(path)} must be ${shape.pattern.says}.`;
    problems.add({ code: 'study/type', at: node.span, path, message });
  } else if (node.style === 'plain' && !shape.name && !isEmpty(node) && isAmbiguous(node.text)) {
    problems.add({
      code: 'yaml/ambiguous-scalar',
      at: node.span,
      path,
      message: `Some programs read an unquoted \`${node.text}\` as something other than text.`,
      fixes: [{ title: 'Put it in quotes', replace: [{ at: node.span, by: `"${node.text}"` }] }],
    });
  }
}

/** Checks numbers and truth values, which are never quoted. */
export function checkNumber(
  node: YamlNode,
  shape: Shape & { kind: 'version' | 'number' | 'boolean' },
  place: Place,
  problems: Problems,
): void {
  if (node.kind !== 'scalar') return wrongKind(node, shape, place, problems);
  if (shape.kind === 'boolean') {
    if (typeof node.value !== 'boolean') notA(node, shape, place, problems);
  } else if (typeof node.value !== 'number' || !Number.isFinite(node.value)) {
    notA(node, shape, place, problems);
  } else if (shape.kind === 'version') {
    if (node.value === shape.supported) return;
    const message = `Version ${node.text} of the format is unknown; this program reads version ${shape.supported}.`;
    problems.add({
      code: 'study/version',
      at: node.span,
      path: place.path,
      message,
      fixes: [rename(node.span, '1')],
    });
  } else {
    checkBounds(node, node.value, shape, place, problems);
  }
}

function checkBounds(
  node: YamlScalar,
  value: number,
  shape: Shape & { kind: 'number' },
  place: Place,
  problems: Problems,
): void {
  const { min = -Infinity, max = Infinity, integer } = shape;
  if (integer && !Number.isSafeInteger(value)) return notA(node, shape, place, problems);
  if (value >= min && value <= max) return;
  const bound = value < min ? `at least ${min}` : `at most ${max}`;
  const message = `${nameOf(place.path)} is ${node.text}, but must be ${bound}.`;
  problems.add({ code: 'study/type', at: node.span, path: place.path, message });
}

export function checkChoice(
  node: YamlNode,
  shape: Shape & { kind: 'choice' },
  place: Place,
  problems: Problems,
): void {
  if (node.kind !== 'scalar') return wrongKind(node, shape, place, problems);
  const found = shape.values.find(({ value }) => value === node.text);
  if (!found) {
    const close = nearest(
      node.text,
      shape.values.map(({ value }) => value),
    );
    problems.add({
      code: 'study/type',
      at: node.span.end > node.span.start ? node.span : place.at,
      path: place.path,
      message: `\`${node.text.slice(0, 40)}\` is not possible for ${nameOf(place.path)}.`,
      help: close ? `Did you mean \`${close}\`?` : `Use ${describeShape(shape)}.`,
      fixes: close ? [rename(node.span, close)] : [],
    });
  } else if (found.notYet) {
    hintNotYet(`\`${found.value}\``, node.span, place.path, problems);
  }
}

function notA(node: YamlScalar, shape: Shape, place: Place, problems: Problems): void {
  const quoted = node.style === 'quoted' && /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(node.text);
  problems.add({
    code: 'study/type',
    at: node.span,
    path: place.path,
    message: `${nameOf(place.path)} is not ${describeShape(shape)}.`,
    help: quoted ? 'Remove the quotes.' : `Write ${describeShape(shape)}.`,
    fixes: quoted ? [{ title: 'Remove the quotes', replace: [{ at: node.span, by: node.text }] }] : [],
  });
}
