import { at, entriesOf, itemsOf, textOf } from '../../study/model/pick';
import { profileFields } from '../../study/profileFields';
import { shapesAt } from '../../study/schema/help';
import { studyShape } from '../../study/format/study';
import type { Shape, TextShape } from '../../study/schema/shape';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Environment } from '../types';
import { columnOf } from './keys';
import { namesFor, valuesOf } from './names';
import type { Place } from './place';
import { scalar, type Proposal } from './proposal';

/** What may stand as the value at a place. */
export function valueProposals(place: Place, environment: Environment): readonly Proposal[] {
  const shapes = shapesAt(studyShape, place.path);
  if (/\{\{\s*[\p{L}\p{N}_.]*$/u.test(place.before)) {
    return shapes.some((shape) => shape.kind === 'text' && shape.template) ? templateNames(place) : [];
  }
  const found = shapes.flatMap((shape) => proposalsFor(shape, place, environment));
  return found.filter(({ label }, i) => found.findIndex((other) => other.label === label) === i);
}

function proposalsFor(shape: Shape, place: Place, environment: Environment): readonly Proposal[] {
  switch (shape.kind) {
    case 'choice':
      return shape.values
        .filter(({ unsupported }) => !unsupported)
        .map(({ value, help }) => ({ label: value, kind: 'value', insert: value, detail: help }));
    case 'boolean':
      return ['true', 'false'].map((value) => ({ label: value, kind: 'value', insert: value }));
    case 'version':
      return [{ label: '1', kind: 'value', insert: '1', detail: 'The version of the format' }];
    case 'data':
      return valuesOf(columnOf(place.path, place), place, environment);
    case 'cases':
      return place.quoted ? [] : SCALES;
    case 'text':
      return textProposals(shape, place, environment);
    default:
      return [];
  }
}

function textProposals(shape: TextShape, place: Place, environment: Environment): readonly Proposal[] {
  if (shape.of) return namesFor(shape.of, place, environment);
  if (shape.file && place.path.at(-1) === 'data') {
    return environment.dataFiles.map((file) => ({ label: file, kind: 'file', insert: scalar(file, place) }));
  }
  return vocabulary(place);
}

/** The usual words of a profile field, as labels of its values. */
function vocabulary(place: Place): readonly Proposal[] {
  const [section, part, index, key] = place.path;
  if (section !== 'respondents' || part !== 'profile' || key !== 'values' || index === undefined) return [];
  const field = textOf(at(nodeAtPath(place.root, [section, part, index]), 'field'));
  const values = profileFields.find(({ id }) => id === field)?.values ?? [];
  return values.map((value) => ({ label: value, kind: 'value', insert: scalar(value, place) }));
}

function templateNames({ root, path }: Place): readonly Proposal[] {
  const own = path[0] === 'conditions' && path[1] !== undefined ? [String(path[1])] : [];
  const fixed = own.flatMap((id) =>
    entriesOf(at(nodeAtPath(root, ['conditions', id]), 'factors')).map(({ key }) => key),
  );
  const factors = entriesOf(at(root, 'factors')).map(({ key }) => key);
  const sorted = [
    ...factors.filter((name) => fixed.includes(name)),
    ...factors.filter((name) => !fixed.includes(name)),
  ];
  const profile = itemsOf(at(at(root, 'respondents'), 'profile')).flatMap(
    (entry) => textOf(at(entry, 'field')) ?? textOf(at(entry, 'column')) ?? [],
  );
  return [
    ...sorted.map((name): Proposal => ({ label: name, kind: 'reference', insert: name, detail: 'factor' })),
    ...profile.map((name): Proposal => ({
      label: `profile.${name}`,
      kind: 'reference',
      insert: `profile.${name}`,
      detail: 'profile',
    })),
  ];
}

const SCALES: readonly Proposal[] = [
  ['binary', '{type: binary, options: {1: ${1:The first}, 2: ${2:The second}\\}\\}', 'Two answers'],
  [
    'ordinal',
    '{type: ordinal, points: ${1:7}, labels: {1: ${2:Strongly disagree}, ${1:7}: ${3:Strongly agree}\\}\\}',
    'A rating scale',
  ],
  ['numeric', '{type: numeric, min: ${1:0}, max: ${2:100}\\}', 'A number'],
  ['nominal', '{type: nominal, options: {1: ${1:One}, 2: ${2:Another}\\}\\}', 'Answers without an order'],
].map(([label = '', insert = '', detail = '']) => ({
  label: `{type: ${label}, …}`,
  kind: 'snippet',
  insert,
  snippet: true,
  detail,
}));
