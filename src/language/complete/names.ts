import { namesOf } from '../../study/check/define';
import { at, textOf } from '../../study/model/pick';
import { profileFields } from '../../study/profileFields';
import type { ReferenceKind, TextShape } from '../../study/schema/shape';
import { nodeAtPath } from '../../study/tree/lookup';
import { nouns } from '../names/valid';
import type { Environment } from '../types';
import { columnsOf } from './columns';
import type { Place } from './place';
import { scalar, type Proposal } from './proposal';

/** What a reference of this kind can name. */
export function namesFor(
  kind: ReferenceKind,
  place: Place,
  environment: Environment,
  also: TextShape['also'] = [],
): readonly Proposal[] {
  switch (kind) {
    case 'column':
      return columnsOf(environment.data, place);
    case 'panelColumn':
      return columnsOf(environment.panelData, place);
    case 'model':
      return environment.models.map((name) => ({
        label: name,
        kind: 'reference',
        insert: scalar(name, place),
        detail: 'model',
      }));
    case 'profileField':
      return profileFields.map(({ id, label, values }) => ({
        label: id,
        kind: 'value',
        insert: id,
        detail: label,
        ...(values.length > 0 ? { documentation: values.map((value) => `- ${value}`).join('\n') } : {}),
      }));
    default: {
      const names = namesOf(place.root, kind, ownerAt(kind, place), also) ?? [];
      return names.map((name) => ({
        label: name,
        kind: 'reference',
        insert: scalar(name, place),
        detail: nouns[kind],
      }));
    }
  }
}

/** What a name that would stand at a place belongs to: a level to its factor, an item of a matrix to the outcome. */
function ownerAt(kind: ReferenceKind, { path, root }: Pick<Place, 'path' | 'root'>): string | undefined {
  const beside = (key: string): string | undefined => textOf(at(nodeAtPath(root, path.slice(0, 2)), key));
  const [section, second, third, fourth, fifth] = path;
  switch (kind) {
    case 'level':
      if (section === 'contrasts') return beside('factor');
      return said(section === 'crossed' && second === 'control' ? third : fourth);
    case 'attributeLevel':
      return section === 'contrasts' ? beside('attribute') : said(path[path.lastIndexOf('restrict') + 2]);
    case 'matrixItem':
      return said(second);
    case 'itemValue':
      return said(fifth);
    default:
      return undefined;
  }
}

function said(step: string | number | undefined): string | undefined {
  return step === undefined ? undefined : String(step);
}
