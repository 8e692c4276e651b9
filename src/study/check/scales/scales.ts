import type { Path } from '../../../util/range';
import { at, entriesOf, textOf } from '../../model/pick';
import type { Problems } from '../../problems';
import type { YamlMap, YamlNode } from '../../tree/types';
import { checkConjoint } from './conjoint';
import { checkDontKnow } from './dontKnow';
import { checkLabels } from './labels';
import { checkNumeric } from './numeric';
import { checkOptions } from './options';
import { checkPoints } from './points';
import { checkSeveral } from './several';

/** A scale that is written out, where it stands, and how to follow the names of others. */
export interface ScalePlace {
  readonly node: YamlMap;
  readonly path: Path;
  readonly problems: Problems;
  /** The type of a scale that is written out or named; undefined where that is not certain. */
  readonly typeOf: (scale: YamlNode | undefined) => string | undefined;
}

/** Adds what is wrong with the scales that the study writes out, by name or in an outcome. */
export function checkScales(problems: Problems): void {
  const { root } = problems.yaml;
  const scales = at(root, 'scales');
  const typeOf: ScalePlace['typeOf'] = (scale) => {
    const name = textOf(scale);
    return textOf(at(name === undefined ? scale : at(scales, name), 'type'));
  };
  const check = (node: YamlNode | undefined, path: Path): void => {
    if (node?.kind === 'map') checkScale({ node, path, problems, typeOf });
  };
  for (const { key, value } of entriesOf(scales)) check(value, ['scales', key]);
  for (const { key, value } of entriesOf(at(root, 'outcomes'))) {
    check(at(value, 'scale'), ['outcomes', key, 'scale']);
    for (const variant of entriesOf(at(value, 'in'))) {
      const own = at(variant.value, 'scale');
      if (at(own, 'type')) check(own, ['outcomes', key, 'in', variant.key, 'scale']);
    }
  }
}

function checkScale(place: ScalePlace): void {
  const type = textOf(at(place.node, 'type'));
  switch (type) {
    case 'binary':
    case 'nominal':
      checkOptions(place, type);
      break;
    case 'ordinal':
      checkOptions(place, type);
      checkPoints(place);
      checkLabels(place);
      break;
    case 'numeric':
      checkNumeric(place);
      checkLabels(place);
      break;
    case 'multiselect':
    case 'rank':
    case 'allocate':
      checkOptions(place, type);
      checkSeveral(place, type);
      break;
    case 'matrix':
      checkMatrix(place);
      break;
    case 'choice':
      checkConjoint(place);
      break;
    case 'text':
      checkRubric(place);
      break;
    default:
      return;
  }
  checkDontKnow(place);
}

function checkMatrix({ node, path, problems, typeOf }: ScalePlace): void {
  const of = at(node, 'of');
  if (of?.kind === 'map') checkScale({ node: of, path: [...path, 'of'], problems, typeOf });
  const type = typeOf(of);
  if (!of || (type !== 'choice' && type !== 'matrix')) return;
  problems.add({
    code: 'scale/levels',
    at: of.kind === 'map' ? (at(of, 'type')?.span ?? of.span) : of.span,
    path: [...path, 'of'],
    message: `The items of a matrix cannot be answered on a ${type} scale.`,
    help: 'Name a scale of another type, or ask in outcomes of their own.',
  });
}

const SINGLE = ['binary', 'ordinal', 'numeric', 'nominal'];

/** Of a scale that is written out in the rubric, the shape says which types there are. */
function checkRubric({ node, path, problems, typeOf }: ScalePlace): void {
  const scale = at(at(node, 'rubric'), 'scale');
  const below = [...path, 'rubric', 'scale'];
  if (scale?.kind === 'map') return checkScale({ node: scale, path: below, problems, typeOf });
  const type = typeOf(scale);
  if (!scale || type === undefined || SINGLE.includes(type)) return;
  problems.add({
    code: 'scale/levels',
    at: scale.span,
    path: below,
    message: `A rubric codes each text as one number, which a ${type} scale is not answered with.`,
    help: 'Name a binary, ordinal, numeric or nominal scale.',
  });
}
