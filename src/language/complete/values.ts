import type { Shape, TextShape } from '../../study/schema/shape';
import type { Environment } from '../types';
import { codesAt } from './codes';
import { dataValues, vocabulary } from './columns';
import { namesFor } from './names';
import type { Place } from './place';
import { scalar, type Proposal } from './proposal';
import { scaleProposals } from './scales';
import { shapesOf } from './shapes';
import { isInTemplate, templateNames } from './templates';

/** What may stand as the value at a place. */
export function valueProposals(place: Place, environment: Environment): readonly Proposal[] {
  const shapes = shapesOf(place);
  if (isInTemplate(place.before)) {
    return shapes.some((shape) => shape.kind === 'text' && shape.template) ? templateNames(place) : [];
  }
  const found = shapes.flatMap((shape) => proposalsFor(shape, place, environment));
  return found.filter(({ label }, i) => found.findIndex((other) => other.label === label) === i);
}

function proposalsFor(shape: Shape, place: Place, environment: Environment): readonly Proposal[] {
  switch (shape.kind) {
    case 'choice':
      return shape.values.map(({ value, help }) => ({
        label: value,
        kind: 'value',
        insert: value,
        detail: help,
      }));
    case 'boolean':
      return ['true', 'false'].map((value) => ({ label: value, kind: 'value', insert: value }));
    case 'version':
      return [{ label: '1', kind: 'value', insert: '1', detail: 'The version of the format' }];
    case 'data':
      return dataValues(place, environment);
    case 'number':
      return codesAt(place);
    case 'cases':
      return scaleProposals(shape, place);
    case 'text':
      return textProposals(shape, place, environment);
    default:
      return [];
  }
}

function textProposals(shape: TextShape, place: Place, environment: Environment): readonly Proposal[] {
  if (shape.of) return namesFor(shape.of, place, environment, shape.also);
  if (!shape.file) return vocabulary(place.path, place);
  const key = place.path.at(-1);
  const files = key === 'data' || key === 'sample' ? environment.dataFiles : (environment.otherFiles ?? []);
  return files.map((file) => ({ label: file, kind: 'file', insert: scalar(file, place) }));
}
